import { t } from '../../text/text.js'
import { element, icon, nothing } from '../../panels/markup.js'
import { toBeConfirmed } from '../fields.js'
import { area as areaText, citation, say, share } from '../texts.js'
import { isDraft, reachOf, zonesOf } from './findings.js'

const ORDER = ['all', 'part', 'unknown', 'none']
const SIGNS = { pass: 'check-circle', part: 'minus-circle', unknown: 'help-circle', fail: 'close-circle' }

/** What each rule says: that it acts on all of the area, on a part or not at all, or that nobody knows, with its area, its citation and its text; one at a time is shown on the map. */
export function ruleList(parts) {
  const { answer } = parts
  const rules = [...answer.rules].sort((a, b) => ORDER.indexOf(reachOf(a)) - ORDER.indexOf(reachOf(b)))
  let shown = null // the button whose rule is on the map
  if (rules.length === 0) return element('section', {}, element('h3', {}, t('energy.rules')), nothing(t('energy.rules.none', { day: parts.energy.texts.day(answer.date) })))
  const [telling, silent] = [rules.filter((rule) => reachOf(rule) !== 'none'), rules.filter((rule) => reachOf(rule) === 'none')]
  return element('section', { class: 'energy-rules' }, element('h3', {}, t('energy.rules')),
    telling.length > 0 ? list(telling) : element('p', { class: 'side-small' }, t('energy.rules.noneMet')),
    silent.length > 0 && element('details', { class: 'side-fold energy-print' }, element('summary', {}, t('energy.rules.notMet', { count: silent.length })), list(silent)))

  function list(some) {
    return element('ul', { class: 'side-list' }, ...some.map((rule) => element('li', {}, card(rule))))
  }

  function card(rule) {
    const { ruleset, version, status, title, effect, m2, missingLayers, geometry, cite, limits, outcome, minimumAreas, setAsideM2, priority } = rule
    return element('details', { class: `side-card energy-rule is-${outcome.toLowerCase()}` },
      element('summary', {}, icon(SIGNS[outcome.toLowerCase()]), element('span', { class: 'energy-rule-name' }, say(title) || rule.rule),
        element('span', { class: 'energy-rule-out' },
          effect === 'cap' ? t('energy.effect.short.cap') : `${t(`energy.effect.short.${effect}`)}: ${t(`energy.reach.${reachOf(rule)}`)}`, effect !== 'cap' && m2 > 0 && ` · ${areaText(m2)} (${share(m2 / answer.areaM2)})`),
        element('span', { class: 'energy-rule-cite' }, citation(cite) ?? t('energy.cite.none'), isDraft(status) && [' ', toBeConfirmed()])),
      element('div', { class: 'side-fold-body' },
        element('p', {}, t(`energy.effect.${effect}`)),
        minimumAreas?.length > 0 && element('p', {}, minimumAreas.map((one) => t('energy.rule.least', { layer: parts.energy.texts.layer(one.layer), area: areaText(one.m2) })).join(' · ')),
        setAsideM2 >= 1 && element('p', { class: 'energy-set-aside' }, t('energy.rule.setAside', { area: areaText(setAsideM2), priority })),
        missingLayers?.length > 0 && element('p', { class: 'energy-missing' }, parts.energy.texts.missing(missingLayers, answer.layers)),
        cite?.quote && element('blockquote', { class: 'energy-quote' }, cite.quote),
        limits?.length > 0 && element('div', {}, element('h4', {}, t('energy.limits')), element('ul', {}, ...limits.map((limit) => element('li', {}, say(limit.text))))),
        element('p', { class: 'side-small' }, t('energy.rule.of', { ruleset, version, rule: rule.rule }), cite?.source && ` · ${t('energy.cite.source', { source: cite.source })}`),
        geometry && element('div', { class: 'button-row' }, onMap(rule))))
  }

  function onMap({ geometry }) {
    const button = element('button', { type: 'button', class: 'text-button', 'aria-pressed': 'false', on: { click: () => show(button, geometry) } }, icon('map-marker'), element('span', {}, t('energy.rule.onMap')))
    return button
  }

  function show(button, geometry) {
    const again = shown === button
    shown?.setAttribute('aria-pressed', 'false')
    shown = again ? null : button
    if (again) return parts.links.show(zonesOf(answer))
    button.setAttribute('aria-pressed', 'true')
    parts.links.show([{ id: 'rule', geometry, look: 'rule' }])
    parts.energy.showMap()
  }
}
