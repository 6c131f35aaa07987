import { createSurveyServer, surveyDoor } from '../../api/survey.js'
import { openCensusItem, openCensusView } from '../../state/census.js'
import { day, number, shortMoment } from '../../text/format.js'
import { pick, t, useWords } from '../../text/text.js'
import { choice, labelled, notice, tick } from '../../panels/fields.js'
import { element, failure, nothing, textButton, waiting } from '../../panels/markup.js'
import { useStyles } from '../../panels/styles.js'
import { surveyForm } from '../../survey/form.js'

const GROUPS = ['identity', 'activity', 'size', 'innovation', 'certification', 'welfare', 'energy', 'visit', 'contact']
const STATES = ['sent', 'opened', 'begun', 'answered', 'confirmed', 'declined', 'erasure', 'expired', 'revoked']

/** Campaigns: whom the desk asks and what comes of it; and the interview with one company. */
export async function open(parts) {
  const { root, store, session, server, signal } = parts
  await Promise.all([useWords('survey', server.locale), useStyles('/css/survey.css')])
  if (!store.get().session?.account?.scopes.includes('write')) return root.append(notice('info', t('survey.deskOnly')))
  const all = { ...parts, api: createSurveyServer(session) }
  store.watch((state) => (state.census.view === 'survey' ? state.census.item : null), async (item) => {
    root.replaceChildren(waiting(t('survey.waiting')))
    const [kind, id] = (item ?? '').split(':')
    try {
      await (kind === 'interview' ? interview(all, Number(id)) : kind === 'campaign' ? campaign(all, Number(id)) : list(all))
    } catch (problem) {
      if (signal.aborted) return
      if (problem.status === undefined) console.error(problem)
      root.replaceChildren(back(all), failure(problem.detail ?? t('survey.failed'), t('retry'), () => store.change(openCensusView, 'survey')))
    }
  }, { signal })
}

const back = ({ store }) => textButton(t('survey.backToCampaigns'), 'arrow-left', () => store.change(openCensusView, 'survey'))

async function interview(parts, company) {
  const { root, store, session, api, signal } = parts
  const view = await api.interview(company)
  const form = await surveyForm({ parts, view, door: surveyDoor(session, `/api/surveys/interviews/${view.id}`), onEnd: () => store.change(openCensusItem, 'companies', String(company)) })
  if (signal.aborted) return
  const heading = element('h2', { tabindex: '-1' }, t('survey.interviewOf', { name: view.companyName ?? view.companyCode }))
  root.replaceChildren(textButton(t('survey.backToCompany'), 'arrow-left', () => store.change(openCensusItem, 'companies', String(company))), heading, form)
  heading.focus({ preventScroll: true })
}

async function list({ root, store, catalogue, api, signal }) {
  const { campaigns, byMail } = await api.campaigns({ signal })
  if (signal.aborted) return
  const name = element('input', { type: 'text', required: true, maxlength: '200', autocomplete: 'off' })
  const message = element('textarea', { rows: '3', maxlength: '2000' })
  const days = element('input', { type: 'number', min: '1', max: '365', value: '60' })
  const wanted = new Set(GROUPS)
  const values = { intake: 'review', language: 'it' }
  const trouble = troublePlace()
  root.replaceChildren(element('p', { class: 'side-lead' }, t('survey.campaigns.lead')), byMail ? '' : notice('warning', t('survey.noMail')),
    campaigns.length === 0 ? nothing(t('survey.campaigns.none')) : element('ul', { class: 'side-list' }, ...campaigns.map((one) => element('li', {},
      element('button', { type: 'button', class: 'side-card', on: { click: () => store.change(openCensusItem, 'survey', `campaign:${one.id}`) } }, element('strong', {}, one.name),
        element('span', { class: 'side-small side-block' }, [one.closedAt ? t('survey.closed') : t('survey.until', { day: day(one.expiresAt) }), ...counted(one.counts)].join(' · ')))))),
    element('details', { class: 'side-fold', open: campaigns.length === 0 }, element('summary', {}, t('survey.campaign.new')), element('form', { class: 'side-fold-body', novalidate: true, on: { submit: (event) => {
      event.preventDefault()
      attempt(trouble, signal, event.submitter, async () => {
        const made = await api.makeCampaign({ ...values, name: name.value, message: message.value, days: Number(days.value), groups: [...wanted] })
        store.change(openCensusItem, 'survey', `campaign:${made.id}`)
      })
    } } }, labelled(t('survey.campaign.name'), name),
    element('fieldset', { class: 'side-set' }, element('legend', {}, t('survey.campaign.groups')), ...GROUPS.map((group) => tick(pick(catalogue.codeTitle('consent_group', group)), true, (on) => (on ? wanted.add(group) : wanted.delete(group))))),
    labelled(t('survey.campaign.intake'), choice([['review', t('survey.intake.review')], ['direct', t('survey.intake.direct')]], 'review', (value) => (values.intake = value))),
    labelled(t('survey.campaign.language'), choice([['it', t('language.it')], ['en', t('language.en')]], 'it', (value) => (values.language = value))),
    labelled(t('survey.campaign.days'), days), labelled(t('survey.campaign.message'), message), trouble,
    element('div', { class: 'button-row' }, element('button', { type: 'submit', class: 'btn btn-primary' }, t('survey.campaign.make'))))))
}

/** Does what the server may refuse and says so in its place; a button that is pressed twice asks once. */
async function attempt(trouble, signal, button, work) {
  trouble.textContent = ''
  if (button) button.disabled = true
  try {
    await work()
  } catch (problem) {
    if (signal.aborted) return
    if (problem.status === undefined) console.error(problem)
    trouble.textContent = problem.detail ?? t('survey.failed')
  } finally {
    if (button) button.disabled = false
  }
}

const troublePlace = () => element('p', { class: 'survey-trouble', role: 'alert' })

const counted = (counts) => STATES.filter((state) => counts[state]).map((state) => `${t(`survey.state.${state}`)}: ${number(counts[state], 0)}`)

async function campaign(parts, id, done = null) {
  const { root, store, api, signal } = parts
  const [{ campaigns }, { surveys }] = await Promise.all([api.campaigns({ signal }), api.surveys({ campaign: id, limit: 500 }, { signal })])
  if (signal.aborted) return
  const one = campaigns.find((other) => other.id === id)
  if (!one) return store.change(openCensusView, 'survey')
  const said = element('div', { role: 'status' })
  if (done) queueMicrotask(() => said.replaceChildren(notice('good', done))) // a live region tells what comes into it
  const heading = element('h2', { tabindex: '-1' }, one.name)
  const trouble = troublePlace()
  const again = (sentence) => campaign(parts, id, sentence)
  root.replaceChildren(back(parts), heading, element('p', { class: 'side-small' }, [one.closedAt ? t('survey.closed') : t('survey.until', { day: day(one.expiresAt) }), t(`survey.intake.${one.intake}`), ...counted(one.counts)].join(' · ')), said,
    element('div', { class: 'button-row' }, element('a', { class: 'text-button', href: `/api/surveys/campaigns/${id}/surveys.csv`, download: true }, t('survey.export')),
      one.closedAt ? '' : textButton(t('survey.close'), 'lock', (event) => attempt(trouble, signal, event.currentTarget, async () => { await api.closeCampaign(id); await again() }))), trouble,
    one.closedAt ? '' : askMore(parts, id, surveys, again),
    surveys.length === 0 ? nothing(t('survey.surveys.none')) : element('ul', { class: 'side-list' }, ...surveys.map((survey) => row(parts, survey, again))))
  heading.focus({ preventScroll: true })
}

/** Companies to be asked, looked up by words. */
function askMore({ api, signal }, id, surveys, again) {
  const found = element('div', {})
  const search = element('input', { type: 'search', autocomplete: 'off' })
  const asked = new Set(surveys.filter(({ state }) => state !== 'revoked').map(({ companyId }) => companyId))
  const trouble = troublePlace()
  const look = (event) => {
    event.preventDefault()
    attempt(trouble, signal, event.submitter, show)
  }
  const show = async () => {
    const { companies, total } = await api.companies({ q: search.value, limit: 200 }, { signal })
    const chosen = new Set(companies.filter((one) => !asked.has(one.id)).map((one) => one.id))
    const send = element('button', { type: 'button', class: 'btn btn-primary', on: { click: () => attempt(trouble, signal, send, async () => {
      const sent = await api.letters(id, [...chosen])
      await again(t('survey.sent', { count: sent.surveys, surveys: number(sent.surveys, 0), letters: number(sent.letters, 0) }))
    }) } })
    const tell = () => { send.textContent = t('survey.ask', { count: chosen.size, number: number(chosen.size, 0) }); send.disabled = chosen.size === 0 }
    tell()
    found.replaceChildren(element('p', { class: 'side-small', role: 'status' }, t('survey.companies', { count: total, number: number(total, 0) })),
      element('div', { class: 'survey-choose' }, ...companies.map((one) => tick(`${one.name ?? one.code}${one.email ? '' : ` (${t('survey.noAddress')})`}`, chosen.has(one.id), (on) => { on ? chosen.add(one.id) : chosen.delete(one.id); tell() }, { disabled: asked.has(one.id) }))), send)
  }
  return element('details', { class: 'side-fold' }, element('summary', {}, t('survey.askMore')), element('div', { class: 'side-fold-body' },
    element('form', { role: 'search', class: 'side-fields', on: { submit: look } }, labelled(t('survey.by.q'), search), element('button', { type: 'submit', class: 'btn btn-outline-primary' }, t('survey.look'))), found, trouble))
}

function row({ store, api, signal }, one, again) {
  const link = element('span', {})
  const trouble = troublePlace()
  const open = ['sent', 'opened', 'begun'].includes(one.state)
  const steps = [one.sentAt ? t('survey.sentAt', { moment: shortMoment(one.sentAt) }) : one.error ? t('survey.notSent', { error: one.error }) : one.email ? t('survey.queued') : open && t('survey.byHand'), one.endedAt && shortMoment(one.endedAt), one.statedBy, one.reminders > 0 && t('survey.reminded', { count: one.reminders })]
  return element('li', { class: 'survey-row' }, element('div', {}, textButton(one.companyName ?? one.companyCode, null, () => store.change(openCensusItem, 'companies', String(one.companyId))), ' ', element('span', { class: `tag survey-tag-${one.state}` }, t(`survey.state.${one.state}`))),
    element('div', { class: 'side-small' }, steps.filter(Boolean).join(' · ')),
    open ? element('div', { class: 'button-row' }, textButton(t('survey.link'), 'link', (event) => attempt(trouble, signal, event.currentTarget, async () => {
      const { link: path } = await api.link(one.id)
      const field = element('input', { type: 'text', class: 'field', readonly: true, 'aria-label': t('survey.link') })
      field.value = new URL(path, location.href).href
      link.replaceChildren(field)
      field.select()
    }), { 'aria-label': `${t('survey.link')}: ${one.companyName ?? one.companyCode}` }), textButton(t('survey.revoke'), 'close', (event) => attempt(trouble, signal, event.currentTarget, async () => { await api.revoke(one.id); await again() }), { 'aria-label': `${t('survey.revoke')}: ${one.companyName ?? one.companyCode}` })) : '', link, trouble)
}
