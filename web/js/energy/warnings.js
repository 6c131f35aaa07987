import { t } from '../text/text.js'
import { element, icon } from '../panels/markup.js'

/** Gravest first: what speaks against the mark, how far the answer holds, what is not known, what lies there. Kinds that are not named stand before the last ones. */
const GRAVEST_FIRST = ['not_suitable', 'former_rules', 'to_be_confirmed', 'draft_rules', 'demonstration', 'values_missing', 'straddles', 'over_1_mw', 'perhaps_over_1_mw', 'overlay', 'not_checked']
const LAST = ['exempt_project', 'not_forbidden']
const SHOWN = 4

const weight = (kind) => (LAST.includes(kind) ? 100 + LAST.indexOf(kind) : GRAVEST_FIRST.includes(kind) ? GRAVEST_FIRST.indexOf(kind) : 99)

/** The same warnings, each once, the gravest first; those of one kind stay in their order. @param warnings {kind, text} */
export function gravestFirst(warnings, textOf = ({ text }) => text) {
  const texts = new Set()
  return warnings.filter((one) => !texts.has(textOf(one)) && texts.add(textOf(one))).sort((a, b) => weight(a.kind) - weight(b.kind))
}

/** All that is to be known of an answer as one list, of which the first stay in sight; null for none. @param line what is said of one: text or elements */
export function warningList(warnings, line) {
  if (warnings.length === 0) return null
  const items = warnings.map((one) => element('li', { 'data-kind': one.kind }, ...line(one)))
  const few = items.length <= SHOWN + 1
  const [first, others] = few ? [items, []] : [items.slice(0, SHOWN), items.slice(SHOWN)]
  return element('details', { class: 'energy-warnings energy-print', open: true },
    element('summary', {}, icon('warning-circle'), ' ', t('energy.warnings.count', { count: items.length })), element('ul', {}, ...first),
    others.length > 0 && element('details', { class: 'energy-print' }, element('summary', {}, t('energy.warnings.more', { count: others.length })), element('ul', {}, ...others)))
}
