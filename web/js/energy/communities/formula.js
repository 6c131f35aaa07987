import { has, t } from '../../text/text.js'

/** A formula as the server writes it, with the names of its figures as the page calls them. */
export const spoken = (formula) => formula.replace(/[A-Za-z_]\w*/g, (name) => {
  if (has(`cm.quantity.${name}`)) return t(`cm.quantity.${name}`)
  const label = has(`cm.parameter.${name}`) ? t(`cm.parameter.${name}`) : has(`pt.parameter.${name}`) ? t(`pt.parameter.${name}`) : name
  return label === name || /^\p{Lu}{2}/u.test(label) ? label : label[0].toLowerCase() + label.slice(1) // CO₂ keeps its capitals
})
