import { day, number, withUnit } from '../text/format.js'
import { pick, t } from '../text/text.js'

/** Today on the calendar of the place, YYYY-MM-DD. */
export const today = (now = new Date()) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome', year: 'numeric', month: '2-digit', day: '2-digit' }).format(now)

/** Areas as they are said: square metres, from ten hectares on hectares. */
export const area = (m2) => (m2 >= 100_000 ? withUnit(Math.round(m2 / 100) / 100, 'ha') : withUnit(m2 < 100 ? Math.round(m2 * 10) / 10 : Math.round(m2), 'm²'))

/** A part of a whole, 0 to 1: what is more than nothing never reads as nothing. */
export const share = (part) => (part > 0 && part < 0.001 ? `< ${number(0.1, 1)}%` : part < 1 && part >= 0.9995 ? `> ${number(99.9, 1)}%` : `${number(part * 100, 1)}%`)

/** `D.Lgs. 190/2024, art. 11-bis, c. 1, lett. l, n. 1`; null for no citation. */
export function citation(cite) {
  if (!cite?.act) return null
  const { act, art, para, letter, number: no } = cite
  return [act, art && t('energy.cite.art', { art }), para && t('energy.cite.para', { para }), letter && t('energy.cite.letter', { letter }), no && t('energy.cite.number', { number: no })].filter(Boolean).join(', ')
}

/** What codes and layers of the place are called. */
export function createTexts(catalogue) {
  const titleOf = (list, value) => pick(catalogue.codeTitle(list, value))
  return {
    technology: (code) => titleOf('technology', code) || code,
    /** @param result in capitals or not */
    result: (result) => (result ? t(`energy.result.${result.toLowerCase()}`) : t('notKnown')),
    layer: (id) => pick(catalogue.layer(id)?.title) || id,
    /** Layers of which data are missing, by their names; `used` are those that an answer names, some of which there may not be yet. */
    missing: (ids, used = []) => t('energy.missing', { layers: [...new Set(ids)].map((id) => pick(catalogue.layer(id)?.title) || pick(used.find(({ layer }) => layer === id)?.title) || id).join(', ') }),
    territory: (code, territories) => territories.list.find((one) => one.code === code)?.name ?? code,
    day: (value) => (value ? day(value) : t('notKnown')),
  }
}

/** What the server says in both languages, or in the one of the page. */
export const say = (text) => (text && typeof text === 'object' ? pick(text) : text ?? '')
