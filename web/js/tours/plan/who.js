import { choice, labelled, segments, tick } from '../../panels/fields.js'
import { element } from '../../panels/markup.js'
import { readAmount } from '../../text/amount.js'
import { number } from '../../text/format.js'
import { language, pick, t } from '../../text/text.js'
import { timeField, wholeNumber } from './fields.js'
import { daysOf, changeDate, changeDay, changeDays, changeEnd, changeGroup, changeGroups, changeLunch, changeOneGroup, changeQuestion, changeStart, changeVehicle, MOST_DAYS, MOST_GROUPS, newTour, VEHICLES } from './model.js'
import { placeField } from './place-field.js'

/** The first step: who comes, when, from where and by what. What only some need is folded away. */
export function whoStep(parts) {
  const { book, catalogue } = parts
  const { question } = book.get()
  const put = (pure) => (...values) => book.change(pure, ...values)

  const date = dayField(question.date, put(changeDate))
  const people = wholeNumber(question.group.people, { min: 1, max: 2000 }, (value) => book.change(changeGroup, { people: value }))
  const level = choice([['', t('tours.who.level.any')], ...catalogue.codes('visit_group').map(({ value, title }) => [value, pick(title)])], question.group.level, (value) => book.change(changeGroup, { level: value || null }))
  const start = placeField({ label: t('tours.who.start'), stations: true, get: () => book.get().question.start, onChoose: (place) => book.change(changeStart, place ?? { point: null, name: null }) }, parts)
  const leave = timeField(question.start?.time ?? '08:30', (time) => book.change(changeStart, { time }))
  const back = timeField(question.end?.time ?? '17:00', (time) => book.change(changeEnd, { time }))
  return element('div', { class: 'tour-form' },
    element('h2', { tabindex: '-1' }, t('tours.who')),
    element('div', { class: 'side-fields' }, labelled(t('tours.who.date'), date), labelled(t('tours.who.people'), people)),
    labelled(t('tours.who.level'), level),
    start.root,
    element('div', { class: 'side-fields' }, labelled(t('tours.who.leave'), leave), labelled(t('tours.who.back'), back)),
    vehicleField(parts), lunchFields(parts), more(parts))
}

function vehicleField({ book }) {
  const { vehicle } = book.get().question
  const now = Object.keys(VEHICLES).find((name) => JSON.stringify(VEHICLES[name]) === JSON.stringify(vehicle)) ?? 'own'
  const names = [...Object.keys(VEHICLES), ...(now === 'own' ? ['own'] : [])]
  const field = choice(names.map((name) => [name, t(`tours.vehicle.${name}`)]), now, (name) => name !== 'own' && book.reshape(changeQuestion, { vehicle: { ...VEHICLES[name] } }))
  field.id = 'tour-vehicle'
  return labelled(t('tours.who.vehicle'), field)
}

/** Where lunch is; which stop offers it is chosen among the stops. */
function lunchFields({ book }) {
  const usual = newTour().question.lunch
  const { lunch } = book.get().question
  const fields = element('div', { class: 'side-fields tour-lunch', hidden: !lunch },
    labelled(t('tours.lunch.from'), timeField(lunch?.from ?? usual.from, (from) => book.change(changeLunch, { from }))),
    labelled(t('tours.lunch.to'), timeField(lunch?.to ?? usual.to, (to) => book.change(changeLunch, { to }))),
    labelled(t('tours.lunch.minutes'), wholeNumber(lunch?.minutes ?? usual.minutes, { min: 5, max: 240 }, (minutes) => book.change(changeLunch, { minutes }))))
  return element('div', { class: 'tour-form' }, tick(t('tours.lunch'), Boolean(lunch), (on) => {
    fields.hidden = !on
    book.change(changeLunch, on ? usual : null)
  }), fields)
}

function more(parts) {
  const { book, catalogue } = parts
  const tour = book.get()
  const { question } = tour
  const { group, vehicle } = question
  const days = daysOf(tour)
  const groups = question.groups ?? []
  const endElsewhere = placeField({ label: t('tours.who.end'), stations: true, hint: t('tours.who.end.hint'), get: () => (book.get().question.end?.point ? book.get().question.end : null),
    onChoose: (place) => book.change(changeEnd, place ?? { point: null, name: null }) }, parts)
  const summary = [days.length > 1 && t('tours.days', { count: days.length }), groups.length > 1 && t('tours.groups', { count: groups.length }), group.wheelchair && t('tours.wheelchair.short'),
    group.age && t('tours.age.short', { age: group.age }), question.end?.point && t('tours.who.end')].filter(Boolean).join(' · ')
  return element('details', { class: 'side-fold', open: parts.unfolded.has('who'), on: { toggle: ({ target }) => parts.unfolded[target.open ? 'add' : 'delete']('who') } },
    element('summary', {}, t('tours.who.more'), element('span', { class: 'side-small' }, summary)),
    element('div', { class: 'side-fold-body' },
      tick(t('tours.wheelchair'), Boolean(group.wheelchair), (on) => book.change(changeGroup, { wheelchair: on })),
      element('div', { class: 'side-fields' },
        labelled(t('tours.age'), wholeNumber(group.age, { min: 0, max: 120 }, (age) => book.change(changeGroup, { age }))),
        labelled(t('tours.days.count'), wholeNumber(days.length, { min: 1, max: MOST_DAYS }, (count) => setTimeout(() => book.reshape(changeDays, count ?? 1)))),
        labelled(t('tours.groups.count'), wholeNumber(Math.max(1, groups.length), { min: 1, max: MOST_GROUPS }, (count) => setTimeout(() => book.reshape(changeGroups, count ?? 1))))),
      days.length > 1 && element('div', { class: 'side-fields' }, ...days.slice(1).map((day, i) => labelled(t('tours.day', { number: i + 2 }), dayField(day, (date) => book.change(changeDay, i + 1, date), (date) => daysOf(book.get()).some((other, at) => at !== i + 1 && other === date))))),
      groups.length > 1 && groupFields(book, groups, question.sharing),
      element('fieldset', { class: 'side-set' }, element('legend', {}, t('tours.languages')), element('div', { class: 'tour-ticks' }, ...catalogue.codes('visit_language').map(({ value, title }) =>
        tick(pick(title), group.languages?.includes(value), (on) => {
          const others = (book.get().question.group.languages ?? []).filter((one) => one !== value)
          const languages = on ? [...others, value] : others
          book.change(changeGroup, { languages: languages.length > 0 ? languages : null })
        })))),
      endElsewhere.root,
      vehicle.profile !== 'walk' && vehicle.profile !== 'car' && element('fieldset', { class: 'side-set' }, element('legend', {}, t('tours.vehicle.sizes')),
        element('div', { class: 'side-fields' }, ...['height', 'length', 'width', 'mass'].map((size) => labelled(t(`tours.size.${size}`), amountField(vehicle[size], size === 'mass' ? 't' : 'm', (value) => book.change(changeVehicle, { [size]: value }))))),
        element('p', { class: 'field-hint' }, t('tours.vehicle.hint')))))
}

function groupFields(book, groups, sharing) {
  return element('fieldset', { class: 'side-set' }, element('legend', {}, t('tours.groups.each')),
    segments(t('tours.sharing'), [['divide', t('tours.sharing.divide')], ['each', t('tours.sharing.each')]], sharing ?? 'divide', (value) => book.change(changeQuestion, { sharing: value })).root,
    ...groups.map((group, i) => element('div', { class: 'side-fields' },
      labelled(t('tours.group.name', { number: i + 1 }), textField(group.name, (name) => book.change(changeOneGroup, i, { name }))),
      labelled(t('tours.group.people', { number: i + 1 }), wholeNumber(group.people, { min: 1, max: 2000 }, (people) => book.change(changeOneGroup, i, { people }))))))
}

/** @param isTaken whether a day is one of the tour already: such a one changes nothing */
function dayField(value, onChange, isTaken = () => false) {
  const field = element('input', { type: 'date', value, min: '2020-01-01', max: '2099-12-31', required: true, on: { change: () => {
    const wrong = !field.validity.valid || isTaken(field.value)
    wrong ? field.setAttribute('aria-invalid', 'true') : field.removeAttribute('aria-invalid')
    if (!wrong) onChange(field.value)
  } } })
  return field
}

function textField(value, onChange) {
  const field = element('input', { type: 'text', maxlength: '80', on: { change: () => onChange(field.value.trim()) } })
  field.value = value ?? ''
  return field
}

function amountField(value, unit, onChange) {
  const field = element('input', { type: 'text', inputmode: 'decimal', autocomplete: 'off', on: { change: () => {
    const read = readAmount(field.value, language(), unit)
    const wrong = read === null || read === 0
    wrong ? field.setAttribute('aria-invalid', 'true') : field.removeAttribute('aria-invalid')
    if (!wrong) onChange(read ?? null)
  } } })
  field.value = value === undefined ? '' : number(value)
  return field
}
