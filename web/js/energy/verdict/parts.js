import { hatchSwatch } from '../../map/hatches.js'
import { t } from '../../text/text.js'
import { element } from '../../panels/markup.js'
import { area as areaText, say, share } from '../texts.js'
import { look } from './findings.js'

/** Where what holds and on which rules it rests: the legend of the map, each line linked with its zone. */
export function partList({ answer, links, energy }) {
  const titles = new Map(answer.rules.map((rule) => [`${rule.ruleset}/${rule.rule}`, say(rule.title) || rule.rule]))
  return element('section', { class: 'energy-parts' }, element('h3', {}, t('energy.parts')),
    element('ul', { class: 'side-list' }, ...answer.parts.map((part, i) => element('li', {}, links.row(`part-${i}`, row(part, i))))))

  function row({ result, basis, missingLayers, m2, share: part }, i) {
    return element('button', { type: 'button', class: 'side-card energy-part', on: { click: () => links.choose(`part-${i}`) } }, hatchSwatch(look(result)),
      element('span', { class: 'energy-part-name' }, energy.texts.result(result)),
      element('span', { class: 'energy-part-size' }, `${areaText(m2)} · ${share(part)}`),
      element('span', { class: 'energy-part-why' }, basis?.length > 0 ? basis.map((id) => titles.get(id) ?? id).join('; ') : missingLayers?.length > 0 ? '' : t('energy.parts.noRule')),
      missingLayers?.length > 0 && element('span', { class: 'energy-part-why' }, energy.texts.missing(missingLayers, answer.layers)))
  }
}
