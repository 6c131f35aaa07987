import { language, pick, t } from '../text/text.js'
import { element, textButton } from '../panels/markup.js'
import { BRIEF_FIELDS, briefFaults } from './brief-text.js'

const GROUPS = {
  space: ['areaFromM2', 'areaToM2', 'floorAreaM2', 'heightM'],
  activity: ['ateco', 'permittedActivity', 'chain'],
  utilities: ['powerKw', 'waterLs', 'gasM3H', 'fibreMbitS'],
  market: ['latest', 'offerType', 'priceEurM2', 'budgetEur'],
  place: ['distanceTollGateM', 'distanceRailTerminalM', 'distancePortM', 'distanceAirportM', 'distanceStationM', 'railSiding', 'inLogisticsZone', 'inAidArea'],
}

/** The need sheet as a form; what is left empty does not matter. Fields that this installation has no attribute for are left out. */
export function briefForm({ store, catalogue, onAsk, signal }) {
  const controls = new Map()
  const root = element('form', { class: 'ranking-form brief-form', novalidate: true, 'aria-label': t('brief.form'), on: { submit: submitted } },
    element('p', { class: 'field-hint' }, t('brief.lead')),
    ...Object.entries(GROUPS).map(([name, names]) => element('fieldset', { class: 'brief-group' }, element('legend', {}, t(`brief.group.${name}`)),
      ...BRIEF_FIELDS.filter((field) => names.includes(field.name) && exists(field)).map(holder))),
    element('div', { class: 'button-row' }, element('button', { type: 'submit', class: 'btn btn-primary' }, t('brief.ask')), textButton(t('ranking.reset'), 'restore', emptied)))
  store.watch((state) => state.ranking.needs, (needs) => controls.forEach((control, name) => show(control, needs[name] ?? '')), { signal })
  return { root }

  function exists({ attribute }) {
    return attribute === null || catalogue.attribute('plot', attribute) !== null
  }

  function holder(field) {
    const id = `brief-${field.name}`
    const control = controlOf(field)
    control.id = id
    control.setAttribute('aria-describedby', `${id}-fault`)
    controls.set(field.name, control)
    const label = element('label', { for: id }, titleOf(field))
    const fault = element('p', { class: 'field-fault', id: `${id}-fault` })
    return field.type === 'yes' ? element('div', { class: 'brief-field check' }, control, label, fault) : element('div', { class: 'brief-field' }, label, control, fault)
  }

  function titleOf({ name, attribute, kind, type }) {
    if (type === 'code' || type === 'ateco') return t(`brief.field.${name}`)
    const { title, unit } = catalogue.attribute('plot', attribute)
    if (type === 'yes') return pick(title)
    const what = pick(title) + (unit ? ` (${unit})` : '')
    return type === 'day' ? t('brief.by', { what }) : t(`brief.${kind}`, { what })
  }

  function controlOf({ attribute, codes, type }) {
    if (type === 'yes') return element('input', { type: 'checkbox' })
    if (type === 'day') return element('input', { type: 'date', class: 'field', min: '2000-01-01', max: '2099-12-31' })
    if (type === 'code') {
      const list = codes ?? catalogue.attribute('plot', attribute).codes
      return element('select', { class: 'field' }, element('option', { value: '' }, t('brief.any')), ...catalogue.codes(list).map(({ value, title }) => element('option', { value }, pick(title))))
    }
    return element('input', { type: 'text', class: 'field', autocomplete: 'off', inputmode: 'decimal', maxlength: '16' })
  }

  function written() {
    const needs = {}
    controls.forEach((control, name) => {
      const text = control.type === 'checkbox' ? (control.checked ? 'true' : '') : control.value.trim()
      if (text) needs[name] = BRIEF_FIELDS.find((field) => field.name === name).type === 'amount' ? plain(text) : text
    })
    return needs
  }

  function submitted(event) {
    event.preventDefault()
    const needs = written()
    const faults = briefFaults(needs)
    controls.forEach((control, name) => {
      const wrong = faults.includes(name)
      wrong ? control.setAttribute('aria-invalid', 'true') : control.removeAttribute('aria-invalid')
      root.querySelector(`#brief-${name}-fault`).textContent = wrong ? t('brief.fault') : ''
    })
    if (faults.length > 0) return controls.get(faults[0]).focus()
    onAsk(needs)
  }

  function emptied() {
    controls.forEach((control) => show(control, ''))
    onAsk({})
    controls.values().next().value.focus()
  }
}

function show(control, value) {
  if (control.type === 'checkbox') control.checked = value === 'true'
  else if (control !== document.activeElement || value !== '') control.value = value
}

/** 20.000 and 2,5 in Italian, 20,000 and 2.5 in English, as the server wants them. */
function plain(text) {
  const dense = text.replace(/[\s\u00a0]/g, '')
  return language() === 'en' ? dense.replace(/,(?=\d{3}(\D|$))/g, '') : dense.replace(/\.(?=\d{3}(\D|$))/g, '').replace(',', '.')
}
