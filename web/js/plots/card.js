import { toHash } from '../state/permalink.js'
import { pick as choose, showFace } from '../state/search.js'
import { askAbout, lookAt, select } from '../state/view.js'
import { styleOf } from '../state/style.js'
import { swatch } from '../map/swatch.js'
import { day, number, valueText, withUnit } from '../text/format.js'
import { pick, t } from '../text/text.js'
import { element, icon, textButton } from '../panels/markup.js'

const FACTS = ['area_m2', 'price_eur_m2', 'price_eur', 'available_from', 'electricity_kw', 'truck_min_toll_gate']
const ABOVE = ['name', 'code', 'status', 'municipality_code', 'verified_on'] // told elsewhere on the card

/** One plot of the list: what matters first, and what can be done with it. `star` makes the button of the shortlist, or is null. */
export function plotCard(item, { store, catalogue, texts, search, star }) {
  const { id, properties } = item
  const name = item.name ?? properties.name ?? properties.code
  const titleId = `plot-${id}`
  const box = element('input', { type: 'checkbox', id: `plot-${id}-compare`, 'data-compare': id, 'aria-describedby': titleId, on: { change: () => store.change(choose, id) } })
  box.checked = store.get().picked.includes(id)

  return element('li', { class: 'plot-card', 'data-id': id, 'aria-labelledby': titleId },
    element('div', { class: 'plot-head' }, element('h2', { class: 'plot-name', id: titleId }, element('a', { href: toHash({ ...store.get(), place: 'plot', plot: id }) }, name)),
      star?.(id, name)),
    element('p', { class: 'plot-line' }, element('span', { class: 'plot-status' }, swatch(styleOf(catalogue.layer('plot').style, properties), 'polygon'), shown('status')),
      item.municipality_code && element('span', {}, texts.choice('municipality_code', item.municipality_code)),
      properties.code && properties.code !== name && element('span', { class: 'row-code' }, properties.code)),
    element('dl', { class: 'plot-facts' }, ...factsOf().map((key) => element('div', { 'data-attribute': key }, element('dt', {}, titleOf(key)), element('dd', {}, shown(key))))),
    badges(),
    element('div', { class: 'button-row plot-actions' },
      textButton(t('plots.card.onMap'), 'map-marker', showOnMap, { 'aria-describedby': titleId }),
      textButton(t('plots.card.ask'), 'mail', () => store.change(askAbout, 'plot', id), { 'aria-label': t('feature.ask'), title: t('feature.ask'), 'aria-describedby': titleId }),
      element('span', { class: 'plot-compare' }, box, element('label', { for: box.id }, t('plots.card.compare')))))

  function showOnMap() {
    store.change(showFace, 'map')
    store.change(lookAt, item.bbox)
    store.change(select, 'plot', id)
  }

  /** What the list is sorted by is told as well, where the card would not. */
  function factsOf() {
    const sorted = store.get().search.sort.split(',').map((key) => key.replace('-', '')).filter((key) => key && !FACTS.includes(key) && !ABOVE.includes(key))
    return [...FACTS, ...sorted].filter((key) => texts.known(key))
  }

  function titleOf(key) {
    return FACTS.includes(key) ? t(`plots.fact.${key}`) : texts.titleOf(key)
  }

  function shown(key) {
    const value = properties[key]
    if (value === null || value === undefined) return element('span', { class: 'not-known' }, t('notKnown'))
    if (key === 'area_m2' && value >= 10_000) return [withUnit(value, 'm²'), ' ', element('span', { class: 'fact-other' }, `(${withUnit(value / 10_000, 'ha')})`)]
    const attribute = texts.attribute(key)
    return attribute.reference ? texts.choice(key, value) : valueText(attribute, value, catalogue)
  }

  function badges() {
    const { verified_on: verified, in_logistics_zone: zls, in_aid_area: aid, cer_ready: cer, apea_status: apea, demonstration } = properties
    const isOld = verified && verified < search.result().freshness.markedBefore
    return element('p', { class: 'badges' },
      zls && element('span', { class: 'tag' }, t('plots.badge.zls')), aid && element('span', { class: 'tag' }, t('plots.badge.aid')),
      cer && element('span', { class: 'tag' }, t('plots.badge.cer')),
      apea && apea !== 'no' && element('span', { class: 'tag' }, 'APEA: ', pick(catalogue.codeTitle('apea_status', apea)) || apea),
      demonstration && element('span', { class: 'tag tag-demonstration' }, t('demonstration.short')),
      verified ? element('span', { class: isOld ? 'tag tag-old' : 'tag tag-fresh' }, isOld && icon('clock', 'xs'), t(isOld ? 'feature.old' : 'feature.verified', { day: day(verified) }))
        : element('span', { class: 'tag' }, t('feature.unverified')))
  }
}
