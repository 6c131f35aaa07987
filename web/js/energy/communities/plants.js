import { valueText, withUnit } from '../../text/format.js'
import { t } from '../../text/text.js'
import { element, textButton } from '../../panels/markup.js'
import { choice, labelled, tick } from '../../panels/fields.js'
import { amountField, energyText, powerText } from './amounts.js'
import { dateField } from './area.js'
import { sitesOf } from './candidates.js'
import { addPlant, changePlant, dropPlant, TECHNOLOGIES } from './model.js'
import { section, textField } from './section.js'

/** The producers: marked areas and roofs of the primary-substation area, or typed in; of each its power, its day of commissioning and whose meter it is behind. */
export function plantsSection(parts) {
  const { book, energy } = parts
  const words = { title: t('cm.plants'), hint: t('cm.plants.hint'), choose: (count) => t('cm.plants.choose', { count }), pick: t('cm.plants.pick') }
  return section(parts, { list: 'plants', words, line, fields, drop: dropPlant,
    byHand: [textButton(t('cm.plants.byHand'), 'plus', () => book.reshape(addPlant, { name: '', technology: 'pv_roof', kw: null, commissioned: null }))],
    choose: { all: sitesOf, name: (site) => site.name || site.feature, facts, take: parts.takePlant } })

  function line({ name, kw, technology, commissioned }) {
    return [name || t('cm.unnamed.plant'), energy.texts.technology(technology), kw === null || kw === undefined ? t('cm.kw.missing') : powerText(kw), commissioned ? null : t('cm.day.missing')]
  }

  function fields(plant) {
    const { id } = plant
    const put = (values) => book.change(changePlant, id, values)
    const amount = (key, options) => amountField({ id: `cm-${id}-${key}`, value: plant[key], onChange: (value) => put({ [key]: value }), ...options })
    return [
      labelled(t('cm.name'), textField(`cm-${id}-name`, plant.name, (name) => put({ name }))),
      element('div', { class: 'side-fields' },
        amount('kw', { label: t('cm.plant.kw'), unit: 'kW', most: 100_000 }),
        labelled(t('cm.plant.commissioned'), dateField(`cm-${id}-commissioned`, plant.commissioned, (commissioned) => put({ commissioned }))),
        labelled(t('cm.plant.technology'), choice(TECHNOLOGIES.map((code) => [code, energy.texts.technology(code)]), plant.technology, (technology) => put({ technology }), { id: `cm-${id}-technology` })),
        labelled(t('cm.plant.member'), choice([['', t('cm.plant.member.none')], ...book.get().members.map((member) => [member.id, `${member.id} ${member.name ?? ''}`])], plant.member,
          (member) => put({ member: member || null }), { id: `cm-${id}-member` }), t('cm.plant.member.hint'))),
      element('details', { class: 'cm-more' }, element('summary', {}, t('cm.more')), element('div', { class: 'side-fields' },
        amount('yield', { label: t('cm.plant.yield'), unit: 'kWh/kW', most: 5000, hint: t('cm.plant.yield.hint') }),
        amount('grantShare', { label: t('cm.plant.grant'), unit: '0–1', most: 1, hint: t('cm.plant.grant.hint') }),
        amount('tilt', { label: t('cm.plant.tilt'), unit: '°', most: 90 }),
        amount('azimuth', { label: t('cm.plant.azimuth'), unit: '°', least: -180, most: 180, hint: t('cm.plant.azimuth.hint') }),
        amount('areaM2', { label: t('cm.plant.area'), unit: 'm²' }),
        labelled(t('cm.substation'), textField(`cm-${id}-substation`, plant.substation, (substation) => put({ substation: substation || null })))),
      tick(t('cm.plant.existing'), Boolean(plant.existing), (existing) => put({ existing: existing || null }))),
    ]
  }

  function facts({ technology, marking, kwp, roofKwp, roofM2, coveredM2, kwhYear, estimated }) {
    const power = t(estimated || roofM2 || coveredM2 ? 'cm.power.about' : 'cm.power', { power: powerText(kwp ?? roofKwp) })
    const what = technology ? [energy.texts.technology(technology), marking && valueText({ codes: 'marking_status' }, marking, parts.catalogue)] : [t(roofM2 ? 'cm.roof' : 'cm.plot', { area: withUnit(Math.round(roofM2 ?? coveredM2 ?? 0), 'm²') })]
    return [...what, power, kwhYear && energyText(kwhYear)].filter(Boolean).join(' · ')
  }
}
