import { valueText, withUnit } from '../../text/format.js'
import { t } from '../../text/text.js'
import { element, textButton } from '../../panels/markup.js'
import { choice, labelled, tick } from '../../panels/fields.js'
import { amountField, energyText, powerText } from './amounts.js'
import { dateField } from './area.js'
import { matching, sitesOf } from './candidates.js'
import { addPlant, changePlant, dropPlant, missing, TECHNOLOGIES } from './model.js'
import { picker, rowList } from './rows.js'

/** The producers: marked areas and roofs of the primary-substation area, or typed in; of each its power, its day of commissioning and whose meter it is behind. */
export function plantsSection(parts) {
  const { book, energy, signal } = parts
  const picks = element('div', {})
  let shown = null // the picker of the candidates that are there
  parts.candidates.watch(showPicks, signal)
  book.watch('shape', showPicks, signal)
  showPicks()
  return element('div', { class: 'side-fold-body' }, element('p', { class: 'field-hint' }, t('cm.plants.hint')),
    rowList({ book, signal, name: t('cm.plants'), rows: () => book.get().plants, label: ({ name, id }) => name || id, drop: ({ id }) => book.reshape(dropPlant, id), line, fields,
      isComplete: ({ id }) => !missing(book.get()).some((gap) => gap.list === 'plants' && gap.id === id) }),
    element('div', { class: 'button-row' }, textButton(t('cm.plants.byHand'), 'plus', () => book.reshape(addPlant, { name: '', technology: 'pv_roof', kw: null, commissioned: null }))), picks)

  function line({ id }) {
    const { name, kw, technology, commissioned } = plantOf(id)
    return [name || t('cm.unnamed.plant'), energy.texts.technology(technology), kw === null || kw === undefined ? t('cm.kw.missing') : powerText(kw), commissioned ? null : t('cm.day.missing')].filter(Boolean).join(' · ')
  }

  function plantOf(id) {
    return book.get().plants.find((plant) => plant.id === id) ?? {}
  }

  function fields({ id }) {
    const plant = plantOf(id)
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

  function showPicks() {
    const { status, found } = parts.candidates.result()
    if (status !== 'there') {
      picks.replaceChildren()
      shown = null
      return
    }
    if (shown?.found === found) return shown.render()
    const all = sitesOf(found)
    const isTaken = ({ feature }) => book.get().plants.some((plant) => plant.feature === feature)
    shown = { found, ...picker({ id: 'cm-pick-plants', title: () => t('cm.plants.choose', { count: all.length }), label: t('cm.plants.pick'), found: (words) => matching(all, words), name: (site) => site.name || site.feature, facts,
      note: found.truncated && t('cm.pick.cut'), open: book.get().plants.length === 0, actions: (site) => [{ text: t('cm.pick.add'), taken: isTaken(site), take: () => parts.takePlant(site) }] }) }
    picks.replaceChildren(shown.root)
  }

  function facts({ technology, marking, kwp, roofKwp, roofM2, coveredM2, kwhYear, estimated }) {
    const power = t(estimated || roofM2 || coveredM2 ? 'cm.power.about' : 'cm.power', { power: powerText(kwp ?? roofKwp) })
    const what = technology ? [energy.texts.technology(technology), marking && valueText({ codes: 'marking_status' }, marking, parts.catalogue)] : [t(roofM2 ? 'cm.roof' : 'cm.plot', { area: withUnit(Math.round(roofM2 ?? coveredM2 ?? 0), 'm²') })]
    return [...what, power, kwhYear && energyText(kwhYear)].filter(Boolean).join(' · ')
  }
}

export const textField = (id, value, onChange) => {
  const field = element('input', { type: 'text', id, autocomplete: 'off', maxlength: '200', on: { change: () => onChange(field.value.trim()) } })
  field.value = value ?? ''
  return field
}
