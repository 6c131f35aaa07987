import { askEnergy, PROJECTS } from '../../state/energy.js'
import { hatchSwatch } from '../../map/hatches.js'
import { t } from '../../text/text.js'
import { element, textButton } from '../../panels/markup.js'
import { area as areaText, say, share } from '../texts.js'
import { gravestFirst, warningList } from '../warnings.js'
import { createZoneLinks } from '../zones.js'
import { answerActions } from './actions.js'
import { comparison } from './compare.js'
import { layerTable } from './layers.js'
import { markForm } from './mark.js'
import { look, zonesOf } from './findings.js'
import { partList } from './parts.js'
import { potentialOf } from './potential.js'
import { ruleList } from './rules.js'
import { sharesOf } from './substations.js'

/** A verdict as somebody reads it: the result and what it means, where it holds, why, and what it rests on; then what can be done with it. */
export function showAnswer(parts, answer) {
  const { store, energy, signal } = parts
  const links = createZoneLinks(parts)
  const own = { ...parts, links, answer }
  links.show(zonesOf(answer))
  openAllForPrint(parts.root, signal)
  const heading = element('h2', { tabindex: '-1' }, t(`energy.whole.${answer.whole}`, { result: energy.texts.result(answer.result) }))
  setTimeout(() => !signal.aborted && store.get().sideFace === 'panel' && heading.focus({ preventScroll: true }))
  return [
    element('div', { class: 'button-row' }, textButton(t('energy.verdict.change'), 'arrow-left', () => store.change(askEnergy, { verdict: null })),
      textButton(t('energy.verdict.new'), 'plus', () => { energy.area.set(null); store.change(askEnergy, { verdict: null }) })),
    element('section', { class: `energy-result is-${look(answer.result)}`, role: 'status' },
      element('div', { class: 'energy-result-head' }, hatchSwatch(look(answer.result)), heading),
      !answer.whole && element('p', {}, t('energy.partly')),
      element('p', {}, t(`energy.means.${look(answer.result)}`)),
      look(answer.result) === 'unknown' && missing(energy, answer),
      element('p', { class: 'energy-not' }, t(`energy.meansNot.${look(answer.result)}`)), facts(parts, answer)),
    warnings(energy, answer), answerActions(own), partList(own), ruleList(own), layerTable(own), comparison(own), sharesOf(own), potentialOf(own), markForm(own), notes(answer),
    element('p', { class: 'side-small' }, t('energy.disclaimer')),
  ].filter(Boolean)
}

function missing(energy, { parts, layers: used }) {
  const layers = parts.flatMap(({ missingLayers }) => missingLayers ?? [])
  return layers.length > 0 && element('p', { class: 'energy-missing' }, energy.texts.missing(layers, used))
}

function facts({ energy, territories }, { technology, date, project, territory, areaM2, computeCrs }) {
  const known = [[t('energy.technology'), energy.texts.technology(technology)], [t('energy.date'), energy.texts.day(date)], [t('energy.fact.area'), areaText(areaM2)],
    territory && [t('energy.fact.territory'), energy.texts.territory(territory, territories)],
    project?.length > 0 && [t('energy.project'), PROJECTS.filter((one) => project.includes(one)).map((one) => t(`energy.project.${one}`)).join(', ')],
    [t('energy.fact.crs'), String(computeCrs)]].filter(Boolean)
  return element('dl', { class: 'side-facts' }, ...known.map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))))
}

/** What only warns: it changes no result, and has to be looked at. That not suitable does not mean forbidden stands with the result. */
function warnings(energy, { warnings: given, areaM2 }) {
  const all = (given ?? []).filter(({ kind }) => kind !== 'not_forbidden')
  return warningList(gravestFirst(all, ({ text, layer }) => `${say(text)} ${layer}`),
    ({ text, layer, m2 }) => [say(text) || (layer && energy.texts.layer(layer)), m2 > 0 && element('span', { class: 'side-small' }, ` ${areaText(m2)} (${share(m2 / areaM2)})`)])
}

/** What the rule sets and the data say of themselves. */
function notes({ notes: all }) {
  if (!all?.length) return null
  return element('details', { class: 'side-fold energy-print' }, element('summary', {}, t('energy.notes')), element('ul', { class: 'side-small' }, ...all.map((text) => element('li', {}, say(text)))))
}

/** On paper nothing can be opened. */
function openAllForPrint(root, signal) {
  let opened = []
  window.addEventListener('beforeprint', () => {
    opened = [...root.querySelectorAll('details.energy-print:not([open])')]
    opened.forEach((one) => (one.open = true))
  }, { signal })
  window.addEventListener('afterprint', () => opened.forEach((one) => (one.open = false)), { signal })
}
