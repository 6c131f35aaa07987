import { element } from '../../panels/markup.js'

/** A calendar day; it has no time zone. */
export function dateControl(attribute, { id, onChange }) {
  const field = element('input', { id, class: 'field', type: 'date', min: '1000-01-01', max: '9999-12-31', on: { input: () => onChange(field.value || (field.validity.badInput ? 'invalid' : null)) } })
  return { root: [field], inputs: [field], set: (value) => (field.value = value ?? '') }
}

/** A moment, shown on the clock of this browser and kept in UTC. */
export function momentControl(attribute, { id, onChange }) {
  const field = element('input', { id, class: 'field', type: 'datetime-local', on: { input: () => onChange(field.value ? new Date(field.value).toISOString() : null) } })
  return { root: [field], inputs: [field], set: (value) => (field.value = value ? onThisClock(new Date(value)) : '') }
}

const onThisClock = (moment) => new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
