import { TECHNOLOGIES } from '../../state/energy.js'
import { hatchSwatch } from '../../map/hatches.js'
import { t } from '../../text/text.js'
import { element, textButton } from '../../panels/markup.js'
import { choice, labelled, notice } from '../../panels/fields.js'
import { dateField } from '../moments.js'
import { energyProblem } from '../problems.js'
import { look, RESULTS } from '../verdict/findings.js'
import { createZoneLinks } from '../zones.js'

/**
 * What a rule set would make of the part of the map in sight, hatched on it. @param what answers {ruleset: its text} or {id, version}
 * @param onTrouble is given a problem of the text; without it, it is told here
 */
export function previewFields(parts, what, onTrouble = null) {
  const { store, energy } = parts
  const links = createZoneLinks(parts)
  const said = element('div', { class: 'energy-compared', 'aria-live': 'polite' })
  let { technology } = store.get().energy
  let date = null
  return element('fieldset', { class: 'side-set energy-preview' }, element('legend', {}, t('energy.upload.preview')),
    labelled(t('energy.technology'), choice(TECHNOLOGIES.map((code) => [code, energy.texts.technology(code)]), technology, (value) => (technology = value))),
    dateField({ label: t('energy.date'), value: date, withToday: false, hint: t('energy.upload.date'), onChange: (value) => (date = value), changes: energy.rulesets.changes() }),
    element('div', { class: 'button-row' }, textButton(t('energy.rule.onMap'), 'map-marker', show), textButton(t('energy.upload.clear'), 'close', () => { links.show(null); said.replaceChildren() })), said)

  async function show() {
    said.replaceChildren(t('energy.waiting'))
    try {
      const { features } = await energy.api.preview({ ...what(), technology, date: date ?? undefined, bbox: store.get().extent })
      const zones = features.filter(({ geometry }) => geometry).map(({ geometry, properties }, i) => ({ id: `preview-${i}`, geometry, look: look(properties.result) }))
      links.show(zones)
      const seen = RESULTS.filter((result) => zones.some((zone) => zone.look === look(result)))
      said.replaceChildren(notice('info', t('energy.upload.previewed')), element('ul', { class: 'energy-legend' }, ...seen.map((result) => element('li', {}, hatchSwatch(look(result)), energy.texts.result(result)))))
      energy.showMap()
    } catch (problem) {
      if (onTrouble) onTrouble(problem)
      said.replaceChildren(onTrouble ? '' : element('p', { class: 'energy-trouble', role: 'alert' }, energyProblem(problem)))
    }
  }
}
