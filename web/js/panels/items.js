import { day, number } from '../text/format.js'
import { has, language, t } from '../text/text.js'
import { element } from './markup.js'

const HEADS = ['name', 'title', 'what', 'scheme', 'kind', 'label']

/** A json attribute ([{name_it, name_en, act, until} …] or one object) as a readable list in the chosen language. */
export function itemList(value) {
  const items = Array.isArray(value) ? value : [value]
  return element('ul', { class: 'items' }, ...items.map((item) => element('li', {}, typeof item === 'object' && item !== null ? itemParts(item) : String(item))))
}

function itemParts(item) {
  const fields = inLanguage(item)
  const head = HEADS.find((name) => fields.has(name))
  const title = head ? wordOf(fields.get(head)) : null
  const href = safeLink(fields.get('href'))
  const rest = [...fields].filter(([name]) => name !== head && name !== 'href')
  return [
    href ? element('a', { href, rel: 'external' }, title ?? href) : title && element('strong', {}, title),
    rest.length > 0 && element('span', { class: 'item-rest' }, rest.map(([name, one]) => `${labelOf(name)}: ${wordOf(one, name)}`).join(' · ')),
  ]
}

/** Fields by plain name: name_it and name_en become one `name`, in the chosen language or the one there is. */
export function inLanguage(item) {
  const fields = new Map()
  for (const [key, value] of Object.entries(item)) {
    if (value === null || value === '') continue
    const [, base, written] = /^(.*)_(it|en)$/.exec(key) ?? [null, key, null]
    if (written === null || written === language() || !fields.has(base)) fields.set(base, value)
  }
  return fields
}

const labelOf = (name) => (has(`item.${name}`) ? t(`item.${name}`) : name.replaceAll('_', ' '))

function wordOf(value, name = '') {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return day(value)
  if (typeof value === 'number') return number(value) + (name.endsWith('_percent') ? '%' : '')
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  if (typeof value === 'string' && has(`item.value.${value}`)) return t(`item.value.${value}`)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

// Only addresses that can not run script.
const safeLink = (href) => (typeof href === 'string' && /^(https?:\/\/|\/(?!\/))/.test(href) ? href : null)
