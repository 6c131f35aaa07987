import { number, valueText } from '../text/format.js'
import { pick } from '../text/text.js'
import { element } from '../panels/markup.js'

const isKnown = (value) => value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)

/** What is known of a plot, by the titles of its attributes, in the order of the descriptor; what it refers to by its name, once that has come. */
export const facts = ({ catalogue, names }, properties) => element('dl', { class: 'offer-facts' }, ...catalogue.sections.flatMap((section) =>
  catalogue.layer('plot').attributes.filter(({ section: of, name, type }) => of === section.id && type !== 'json' && isKnown(properties[name]))
    .map((attribute) => element('div', {}, element('dt', {}, pick(attribute.title)), element('dd', {}, attribute.reference ? named(names, attribute, properties[attribute.name]) : valueText(attribute, properties[attribute.name], catalogue))))))

function named(names, attribute, value) {
  const holder = element('span', {}, typeof value === 'number' ? number(value, 0) : value)
  names.resolve(attribute.reference, value).then((found) => found && (holder.textContent = found.name), () => {})
  return holder
}
