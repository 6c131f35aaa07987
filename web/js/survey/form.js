import { createForm } from '../edit/form.js'
import { checkValue } from '../edit/local-checks.js'
import { changedNames, isKnown } from '../edit/values.js'
import { day } from '../text/format.js'
import { language, pick, t, useWords } from '../text/text.js'
import { element, textButton } from '../panels/markup.js'
import { useStyles } from '../panels/styles.js'

const KEEP_AFTER_MS = 1500

let onItsWay = Promise.resolve()

/** Holds once the server has, or has refused, the draft of a form that was left. */
export const drafted = () => onItsWay

/**
 * The form of a survey, the same for a company at its link and for the desk in an interview: group by group what is kept, what may be public, and who says so.
 * It keeps what is typed as a draft and has it checked while somebody types.
 * @param view as the server shows the survey @param door {keep, check, answer, …} @param onEnd told the survey once it is answered
 */
export async function surveyForm({ parts, view, door, onEnd }) {
  const { catalogue, server, signal } = parts
  await Promise.all([useWords('edit', server.locale), useWords('survey', server.locale), useStyles('/css/edit.css'), useStyles('/css/survey.css')])
  const draft = view.draft ?? {}
  const inPerson = view.way === 'interview'
  const values = { ...view.properties, ...draft.properties }
  const consents = { ...Object.fromEntries(view.groups.map((group) => [group, view.consents.includes(group)])), ...draft.consents }
  let draftVersion = view.draftVersion
  let timer = null
  let keeping = Promise.resolve()
  const status = element('p', { class: 'survey-status', role: 'status' })
  const trouble = element('p', { class: 'survey-trouble', role: 'alert' })
  const bar = element('progress', { max: '100', 'aria-label': t('survey.progress') })
  const told = element('span', { class: 'survey-progress-text' })
  const person = element('input', { type: 'text', class: 'field', id: 'survey-person', autocomplete: 'name', maxlength: '200', on: { input: later } })
  person.value = draft.statedBy ?? ''
  const form = createForm({ attributes: view.questions, fixed: [], values, parts: { ...parts, idPrefix: 'survey' }, onChange: (name, value) => {
    values[name] = value
    later()
  } })
  const boxes = view.groups.map((group) => {
    const box = element('input', { type: 'checkbox', id: `survey-consent-${group}`, on: { change: () => { consents[group] = box.checked; later() } } })
    box.checked = consents[group]
    const latest = view.latest?.[group]
    return element('li', {}, box, element('label', { for: box.id }, pick(catalogue.codeTitle('consent_group', group))),
      element('span', { class: 'field-hint' }, latest ? t(latest.granted ? 'survey.given' : 'survey.withdrawn', { who: latest.statedBy, day: day(latest.statedOn) }) : t('survey.neverStated')))
  })
  const send = element('button', { type: 'submit', class: 'btn btn-primary' }, t(inPerson ? 'survey.takeIn' : 'survey.send'))
  const root = element('form', { class: 'survey-form', novalidate: true, on: { submit } },
    element('div', { class: 'survey-progress' }, bar, told), form.root,
    element('fieldset', { class: 'survey-consents' }, element('legend', {}, t('survey.consents')), element('p', {}, view.consentTexts[language()]), element('ul', {}, ...boxes)),
    element('div', { class: 'survey-person' }, element('label', { for: person.id }, t(inPerson ? 'survey.whoSaid' : 'survey.who')), person),
    trouble, element('div', { class: 'button-row' }, send, status))
  tally()
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    if (timer) keep()
  })
  return root

  function tally() {
    const known = view.questions.filter(({ name }) => isKnown(values[name])).length
    bar.value = Math.round((100 * known) / Math.max(1, view.questions.length))
    told.textContent = t('survey.known', { count: known, known, all: view.questions.length })
  }

  function changed() {
    return Object.fromEntries(changedNames(view.questions, view.properties, values).map((name) => [name, isKnown(values[name]) ? values[name] : null]))
  }

  function later() {
    tally()
    trouble.textContent = ''
    clearTimeout(timer)
    timer = setTimeout(() => { timer = null; keep() }, KEEP_AFTER_MS)
    form.tell(localFaults())
  }

  function localFaults() {
    const faults = view.questions.map((one) => checkValue(one, values[one.name], one.codes ? catalogue.codes(one.codes) : [])).filter(Boolean)
      .map((fault) => ({ ...fault, text: t('survey.wrong') }))
    const { employees, employees_female: women, employees_male: men } = values
    if (isKnown(employees) && isKnown(women) && isKnown(men) && women + men !== employees) {
      faults.push({ attribute: 'employees', kind: 'missing', text: t('survey.sum') })
    }
    return faults
  }

  function keep() {
    keeping = onItsWay = keeping.then(async () => {
      try {
        const properties = changed()
        draftVersion = (await door.keep(draftVersion, { properties, consents, statedBy: person.value })).draftVersion
        status.textContent = t('survey.kept')
        if (signal.aborted || localFaults().some(({ kind }) => kind === 'wrong')) return
        const { faults } = await door.check(properties)
        form.tell([...faults.map((fault) => ({ ...fault, text: fault.reason })), ...localFaults()])
      } catch (problem) {
        if (!signal.aborted) status.textContent = problem.status === 412 ? t('survey.elsewhere') : t('survey.notKept')
      }
    })
    return keeping
  }

  async function submit(event) {
    event.preventDefault()
    clearTimeout(timer)
    timer = null
    const wrong = localFaults().find(({ kind }) => kind === 'wrong')
    if (wrong) return tell(t('survey.correct'), () => form.focus(wrong.attribute))
    if (person.value.trim() === '') return tell(t('survey.whoMissing'), () => person.focus())
    send.disabled = true
    try {
      await keeping
      onEnd(await door.answer(view.version, { statedBy: person.value, properties: changed(), consents, consentText: view.consentText }))
    } catch (problem) {
      send.disabled = false
      const faults = problem.said?.faults ?? []
      form.tell(faults.map((fault) => ({ ...fault, text: fault.reason })))
      tell(problem.detail ?? t('survey.failed'), () => faults[0]?.attribute && form.focus(faults[0].attribute))
    }
  }

  function tell(sentence, focus) {
    trouble.textContent = sentence
    focus()
  }
}

/** A question asked twice: the button shows what follows, and only there it is done. */
export function asked(label, iconName, sure, does) {
  const more = element('div', { class: 'survey-sure' })
  const button = textButton(label, iconName, () => {
    more.replaceChildren(element('p', { tabindex: '-1' }, sure), does)
    more.firstChild.focus()
  })
  return element('div', {}, button, more)
}
