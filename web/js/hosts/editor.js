import { t } from '../text/text.js'
import { element } from '../panels/markup.js'
import { calendarField } from './calendar-field.js'
import { exceptionsField } from './exceptions-field.js'
import { attributeField } from './fields.js'
import { readHours, writeHours } from './hours.js'
import { parkingField } from './parking-field.js'
import { hostSummary } from './summary.js'
import { weekField } from './week-field.js'

/** The attributes of a profile in the order in which somebody is asked for them; those with fields of their own are not among them. */
const GROUPS = {
  who: ['visitable', 'visit_groups', 'visit_min_people', 'visit_max_people', 'visit_groups_at_once', 'visit_min_age', 'visit_languages', 'visit_themes'],
  how: ['visit_minutes', 'visit_minutes_min', 'visit_minutes_max', 'visit_setup_minutes', 'visit_lead_days', 'visit_cost'],
  care: ['visit_wheelchair', 'visit_toilets', 'visit_lunch', 'visit_protective_gear', 'visit_gate'],
  coach: ['coach_parking', 'coach_max_height_m', 'coach_max_length_m'],
}
const PAIRS = [['visit_min_people', 'visit_max_people'], ['visit_minutes_min', 'visit_minutes'], ['visit_minutes', 'visit_minutes_max'], ['visit_minutes_min', 'visit_minutes_max']]

/**
 * The form of a host's profile with what a group will see of it. @param values of the layer's attributes, by name @param entrance {lon, lat}
 * @param save (changes by name, message) @param asksWhy whether a message goes along
 */
export function hostEditor({ catalogue, hosts, store, overlay, signal, layer, name, kind, contact, values, entrance, save, asksWhy = false }) {
  const before = values
  let ready = false // fields tell of changes while others are still being made
  let waitingHours = null
  const week = readHours(values.visit_hours)
  const blackout = [...(values.visit_blackout ?? [])]
  const attribute = (one) => catalogue.attribute(layer, one)
  const fields = new Map(Object.values(GROUPS).flat().map((one) => [one, attributeField({ attribute: attribute(one), value: values[one], catalogue, onChange: changed })]))
  const season = attributeField({ attribute: attribute('visit_season'), value: values.visit_season, catalogue, onChange: hoursChanged })
  const weekly = weekField({ week, onChange: hoursChanged })
  const special = exceptionsField({ week, onChange: hoursChanged })
  const unread = element('p', { class: 'host-trouble', role: 'alert' })
  const calendar = calendarField({ blackout, signal, onChange: changed, daysOf: async (from, to) => {
    const read = await hosts.hours({ hours: writeHours(week), season: season.value(), from, to }, { signal })
    unread.textContent = read.readable ? '' : t('hosts.unreadable')
    return read.days
  } })
  const parking = parkingField({ entrance, parking: values.visit_parking_lon === undefined ? null : { lon: values.visit_parking_lon, lat: values.visit_parking_lat }, store, overlay, onChange: changed, signal })
  const trouble = element('p', { class: 'host-trouble', role: 'alert', tabindex: '-1' })
  const preview = element('div', { class: 'host-preview' })
  const message = element('textarea', { class: 'field', id: 'host-message', rows: '3', maxlength: '2000' })
  const send = element('button', { type: 'submit', class: 'btn btn-primary' }, t(asksWhy ? 'hosts.propose' : 'hosts.save'))
  const group = (key, ...content) => element('fieldset', { class: 'host-group' }, element('legend', {}, t(`hosts.group.${key}`)), element('div', { class: 'host-pair' }, ...content))
  const of = (key) => GROUPS[key].map((one) => fields.get(one).root)
  const form = element('form', { class: 'host-form', novalidate: true, on: { submit } },
    element('fieldset', { class: 'host-group' }, element('legend', {}, t('hosts.group.when')), weekly.root, special.root, season.root, unread, element('h4', {}, t('hosts.calendar')), calendar.root),
    group('who', ...of('who')), group('how', ...of('how')), group('care', ...of('care')), group('coach', ...of('coach'), parking.root),
    asksWhy && element('div', { class: 'host-field' }, element('label', { for: message.id }, t('hosts.message')), message), trouble, element('div', { class: 'button-row' }, send))
  ready = true
  changed()
  return element('div', { class: 'host-edit' }, form, element('section', { class: 'host-seen', 'aria-label': t('hosts.seen') }, element('h2', {}, t('hosts.seen')), element('p', { class: 'field-hint' }, t('hosts.seen.hint')), preview))

  function hoursChanged() {
    clearTimeout(waitingHours)
    waitingHours = setTimeout(() => !signal.aborted && calendar.refresh(), 400)
    changed()
  }

  function now() {
    const read = Object.fromEntries([...fields].map(([one, field]) => [one, field.value()]))
    const place = parking.value()
    const written = writeHours(week)
    const untouched = written === writeHours(readHours(before.visit_hours)) // written otherwise it would seem a change
    return { ...read, visit_hours: (untouched ? before.visit_hours : written) ?? undefined, visit_season: season.value(), visit_blackout: blackout.length > 0 ? [...blackout].sort() : undefined,
      visit_parking_lon: place?.lon, visit_parking_lat: place?.lat }
  }

  function changes() {
    const after = now()
    return Object.fromEntries(Object.entries(after).filter(([one, value]) => !same(value, before[one])).map(([one, value]) => [one, value ?? null]))
  }

  function changed() {
    if (!ready) return
    preview.replaceChildren(hostSummary({ name, kind, contact, visit: seen(now()) }, catalogue))
  }

  async function submit(event) {
    event.preventDefault()
    trouble.textContent = ''
    const after = now()
    const wrong = PAIRS.find(([least, most]) => after[least] !== undefined && after[most] !== undefined && after[least] > after[most])
    const invalid = form.querySelector('input:invalid')
    if (weekly.bad()) return tell(t('hosts.span.order'), weekly.bad())
    if (invalid) return tell(t('hosts.invalid', { field: invalid.closest('[data-field]')?.querySelector('label')?.textContent ?? '' }), invalid)
    if (wrong) return tell(t('hosts.pair', { least: label(wrong[0]), most: label(wrong[1]) }), fields.get(wrong[0]).control)
    if (Object.keys(changes()).length === 0) return tell(t('hosts.nothing'), null)
    send.disabled = true
    try {
      await save(changes(), message.value)
    } catch (problem) {
      if (signal.aborted) return
      if (problem.status === undefined) console.error(problem)
      tell(problem.status === 412 ? t('hosts.conflict') : (problem.detail ?? t('hosts.failed')), null)
    } finally {
      send.disabled = false
    }
  }

  function tell(sentence, control) {
    trouble.textContent = sentence
    ;(control ?? trouble).focus()
  }

  function label(one) {
    return fields.get(one).root.querySelector('label').textContent
  }
}

/** Lists are the same in any order. */
const plain = (value) => JSON.stringify(Array.isArray(value) ? [...value].sort() : (value ?? null))
const same = (a, b) => plain(a) === plain(b)

/** Values by their names in the layer as the profile that groups see has them. */
function seen(values) {
  return {
    visitable: values.visitable ?? 'never', levels: values.visit_groups ?? [], minPeople: values.visit_min_people, maxPeople: values.visit_max_people, groupsAtOnce: values.visit_groups_at_once,
    minutes: values.visit_minutes, minutesMin: values.visit_minutes_min, minutesMax: values.visit_minutes_max, setupMinutes: values.visit_setup_minutes, minAge: values.visit_min_age,
    languages: values.visit_languages ?? [], themes: values.visit_themes ?? [], wheelchair: values.visit_wheelchair, toilets: values.visit_toilets, lunch: values.visit_lunch, cost: values.visit_cost,
    protectiveGear: values.visit_protective_gear, leadDays: values.visit_lead_days, coachParking: values.coach_parking, coachMaxHeightM: values.coach_max_height_m,
    coachMaxLengthM: values.coach_max_length_m, gate: values.visit_gate, hours: values.visit_hours, blackout: values.visit_blackout ?? [],
  }
}
