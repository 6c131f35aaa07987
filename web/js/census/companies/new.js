import { createForm } from '../../edit/form.js'
import { checkValue } from '../../edit/local-checks.js'
import { isKnown } from '../../edit/values.js'
import { openCensusItem, openCensusView } from '../../state/census.js'
import { number } from '../../text/format.js'
import { t, useWords } from '../../text/text.js'
import { notice } from '../../panels/fields.js'
import { element, failure, textButton, waiting } from '../../panels/markup.js'
import { useStyles } from '../../panels/styles.js'
import { placeField } from '../../tours/plan/place-field.js'

const PAUSE_MS = 500
/** By these a company is known again. */
const TELLING = { name: 'name', taxCode: 'tax_code', vatNumber: 'vat_number', address: 'address', phone: 'phone', email: 'email' }

/** Where it lies tells these. */
const OF_THE_PLACE = ['territory_code', 'municipality_code']

/** A company that is not there yet: where it is and what is known of it; who types one that is there already is told. */
export async function newCompany(parts) {
  const { root, store, catalogue, server, overlay, api, signal } = parts
  const back = textButton(t('survey.back'), 'arrow-left', () => store.change(openCensusView, 'companies'))
  const heading = element('h2', { tabindex: '-1' }, t('survey.new'))
  const body = element('div', { class: 'survey-company-body' }, waiting(t('survey.waiting')))
  root.replaceChildren(back, heading, body)
  heading.focus({ preventScroll: true })
  try {
    const [{ attributes }] = await Promise.all([api.form({ signal }), ...['edit', 'tours'].map((words) => useWords(words, server.locale)), useStyles('/css/edit.css'), useStyles('/css/tours.css')])
    const own = { code: { required: false, help: { it: t('survey.new.code'), en: t('survey.new.code') } }, name: { required: true } }
    if (!signal.aborted) draw(attributes.filter(({ name, derived, section }) => !derived && section !== 'record' && !OF_THE_PLACE.includes(name)).map((one) => ({ ...one, ...own[one.name] })))
  } catch (problem) {
    if (signal.aborted) return
    if (problem.status === undefined) console.error(problem)
    body.replaceChildren(failure(problem.detail ?? t('survey.failed'), t('retry'), () => newCompany(parts)))
  }

  function draw(attributes) {
    const values = {}
    let place = null
    let timer = null
    let asked = 0
    const known = element('div', { class: 'survey-known', role: 'status' })
    const trouble = element('p', { class: 'survey-trouble', role: 'alert' })
    const send = element('button', { type: 'submit', class: 'btn btn-primary' }, t('survey.new.save'))
    const where = placeField({ label: t('survey.new.where'), hint: t('survey.new.where.hint'), get: () => place, onChoose: (chosen) => {
      place = chosen
      overlay.show(place ? { signs: [{ ...place.point, text: t('survey.new.here'), kind: 'limit' }] } : null)
      later()
    } }, { store, server, signal })
    const form = createForm({ attributes, fixed: [], values, parts: { ...parts, idPrefix: 'company' }, onChange: (name, value) => {
      values[name] = value
      form.tell(faults())
      later()
    } })
    signal.addEventListener('abort', () => { clearTimeout(timer); overlay.show(null) })
    body.replaceChildren(element('p', { class: 'side-small' }, t('survey.new.hint')), element('form', { class: 'survey-form', novalidate: true, on: { submit } }, where.root, known, form.root, trouble,
      element('div', { class: 'button-row' }, send)))

    const faults = () => attributes.map((one) => checkValue(one, values[one.name], one.codes ? catalogue.codes(one.codes) : [])).filter((fault) => fault?.kind === 'wrong')
      .map((fault) => ({ ...fault, text: t('survey.wrong') }))

    function later() {
      trouble.textContent = ''
      clearTimeout(timer)
      timer = setTimeout(look, PAUSE_MS)
    }

    async function look() {
      const mine = ++asked
      const typed = Object.fromEntries(Object.entries(TELLING).map(([key, name]) => [key, values[name]]).filter(([, value]) => isKnown(value)))
      if (Object.keys(typed).length === 0 && !place) return known.replaceChildren()
      try {
        const { companies } = await api.alike({ ...typed, ...(place ? place.point : {}) }, { signal })
        if (mine === asked) known.replaceChildren(companies.length === 0 ? '' : alike(companies))
      } catch (problem) {
        if (!signal.aborted && problem.status === undefined) console.error(problem)
      }
    }

    function alike(companies) {
      return notice('warning', element('p', {}, t('survey.new.alike', { count: companies.length })), element('ul', {}, ...companies.map((one) => element('li', {},
        textButton(one.name ?? one.code, 'arrow-right', () => store.change(openCensusItem, 'companies', String(one.id))), ' ',
        element('span', { class: 'side-small' }, [one.municipality, ...one.reasons.filter(({ points }) => points > 0).map(reason)].filter(Boolean).join(' · '))))))
    }

    async function submit(event) {
      event.preventDefault()
      const wrong = faults()[0]
      if (wrong) return tell(t('survey.correct'), () => form.focus(wrong.attribute))
      if (!isKnown(values.name)) return tell(t('survey.new.noName'), () => form.focus('name'))
      if (!place) return tell(t('survey.new.noPlace'), () => where.root.querySelector('input').focus())
      send.disabled = true
      try {
        const properties = Object.fromEntries(Object.entries(values).filter(([, value]) => isKnown(value)))
        const made = await api.make({ properties, geometry: { type: 'Point', coordinates: [place.point.lon, place.point.lat] } })
        store.change(openCensusItem, 'companies', String(made.id))
      } catch (problem) {
        send.disabled = false
        const told = problem.said?.faults ?? []
        form.tell(told.map((fault) => ({ ...fault, text: fault.reason })))
        tell(problem.detail ?? t('survey.failed'), () => told[0]?.attribute && form.focus(told[0].attribute))
      }
    }

    function tell(sentence, focus) {
      trouble.textContent = sentence
      focus()
    }
  }
}

const reason = ({ kind, value }) => t(`survey.reason.${kind}`, { percent: number((value ?? 0) * 100, 0), metres: number(value ?? 0, 0) })
