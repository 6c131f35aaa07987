import { surveyDoor } from '../api/survey.js'
import { day } from '../text/format.js'
import { t, useWords } from '../text/text.js'
import { element, failure, icon, nothing, waiting } from '../panels/markup.js'
import { useStyles } from '../panels/styles.js'
import { asked, drafted, surveyForm } from './form.js'

const CLOSED = ['answered', 'confirmed', 'declined', 'revoked', 'erasure', 'expired', 'gone']

/** The place where a company answers without an account, by the link of its letter. */
export async function surveyPage(parts) {
  const { root, store, session, server, signal } = parts
  await Promise.all([useWords('survey', server.locale), useStyles('/css/survey.css'), session.read().catch(() => {})]) // who is signed in has to prove it here too
  let page = null
  store.watch((state) => [state.place === 'survey', state.language, state.survey], ([here]) => (here ? render() : leave()), { signal })

  function leave() {
    page?.abort()
    page = null
    root.replaceChildren()
  }

  async function render() {
    page?.abort()
    const mine = (page = new AbortController())
    const token = store.get().survey
    const heading = element('h1', { class: 'survey-title', tabindex: '-1' }, t('survey.heading'))
    const body = element('div', { class: 'survey-body' }, waiting(t('survey.waiting')))
    root.replaceChildren(element('div', { class: 'survey-inner' }, heading, body))
    if (!token) return body.replaceChildren(nothing(t('survey.noLink')))
    const door = surveyDoor(session, `/api/surveys/links/${token}`)
    try {
      await drafted() // what was typed before the language was switched
      const view = await door.look({ signal: mine.signal })
      if (mine.signal.aborted) return
      if (view.state === 'sent') door.opening().catch(() => {})
      await show(view, door, mine.signal, body, heading)
    } catch (problem) {
      if (mine.signal.aborted) return
      if (problem.status === undefined) console.error(problem)
      body.replaceChildren(problem.status === 404 ? nothing(t('survey.noLink')) : failure(t('survey.failed'), t('retry'), render))
    }
  }

  async function show(view, door, live, body, heading) {
    const said = element('p', { class: 'survey-state', tabindex: '-1' })
    if (CLOSED.includes(view.state)) {
      said.textContent = t(`survey.ended.${view.state}`)
      body.replaceChildren(said)
      return
    }
    const ended = (next) => { show(next, door, live, body, heading).then(() => body.querySelector('.survey-state')?.focus()) }
    const isReviewed = view.intake === 'review'
    const form = await surveyForm({ parts: { ...parts, signal: live }, view, door, onEnd: ended })
    if (live.aborted) return
    const trouble = element('p', { class: 'survey-trouble', role: 'alert' })
    const person = () => document.getElementById('survey-person').value.trim()
    const withPerson = async (act) => {
      if (person() === '') {
        trouble.textContent = t('survey.whoMissing')
        return document.getElementById('survey-person').focus()
      }
      try {
        ended(await act(person()))
      } catch (problem) {
        trouble.textContent = problem.detail ?? t('survey.failed')
      }
    }
    const press = (label, act, style = 'btn-outline-primary') => element('button', { type: 'button', class: `btn ${style}`, on: { click: act } }, label)
    body.replaceChildren(element('p', { class: 'survey-company' }, element('strong', {}, view.companyName ?? view.companyCode), ' ', element('span', { class: 'row-code' }, view.companyCode)),
      view.message ?? '', element('p', {}, t(isReviewed ? 'survey.lead.review' : 'survey.lead.direct'), ' ', view.expiresAt ? t('survey.linkUntil', { day: day(view.expiresAt) }) : ''),
      form, trouble,
      element('section', { class: 'survey-otherwise', 'aria-label': t('survey.otherwise') }, element('h2', {}, t('survey.otherwise')),
        element('p', {}, t('survey.stillSo.text')), element('button', { type: 'button', class: 'btn btn-outline-primary', on: { click: () => withPerson((name) => door.confirm(view.version, name)) } }, icon('check'), ' ', t('survey.stillSo')),
        asked(t('survey.decline'), 'close', t('survey.decline.sure'), press(t('survey.decline.do'), async () => ended(await door.decline()))),
        asked(t('survey.erase'), 'delete', t('survey.erase.sure'), press(t('survey.erase.do'), () => withPerson((name) => door.erase(name)), 'btn-danger'))))
  }
}
