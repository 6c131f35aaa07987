import { createSurveyServer } from '../../api/survey.js'
import { openCensusItem } from '../../state/census.js'
import { number } from '../../text/format.js'
import { pick, t, useWords } from '../../text/text.js'
import { choice, labelled, notice } from '../../panels/fields.js'
import { element, failure, nothing, textButton, waiting } from '../../panels/markup.js'
import { useStyles } from '../../panels/styles.js'
import { companyView } from './company.js'
import { newCompany } from './new.js'

const PAUSE_MS = 300
const PAGE = 50
const NEW = 'new'

/** Companies for the desk, those included that let nobody see anything: a list with what it is looked for by, and the page of one. */
export async function open(parts) {
  const { root, store, session, server, signal } = parts
  await Promise.all([useWords('survey', server.locale), useStyles('/css/survey.css')])
  if (!session || !store.get().session?.account?.scopes.includes('write')) return root.append(notice('info', t('survey.deskOnly')))
  const api = createSurveyServer(session)
  let shown = null // what lives as long as one of the pages is open
  store.watch((state) => (state.census.view === 'companies' ? state.census.item : null), (item) => {
    shown?.abort()
    shown = new AbortController()
    signal.addEventListener('abort', () => shown.abort(), { signal: shown.signal })
    const own = { ...parts, api, signal: shown.signal }
    return item === NEW ? newCompany(own) : item ? companyView({ ...own, id: item }) : list(own)
  }, { signal })
}

/** What is looked for stays while somebody looks at one of them. */
const looked = { q: '', ateco: '', chain: '', size: '', consent: '' }

function list({ root, store, catalogue, api, signal }) {
  const found = element('div', { class: 'survey-found' })
  let timer = null
  const field = (name, hint = null) => {
    const input = element('input', { type: 'search', autocomplete: 'off', on: { input: () => { looked[name] = input.value; clearTimeout(timer); timer = setTimeout(() => show(), PAUSE_MS) } } })
    input.value = looked[name]
    return labelled(t(`survey.by.${name}`), input, hint)
  }
  const pickOf = (name, options) => labelled(t(`survey.by.${name}`), choice([['', t('survey.any')], ...options], looked[name], (value) => { looked[name] = value; show() }))
  const codes = (listName) => catalogue.codes(listName).map(({ value, title }) => [value, pick(title)])
  root.replaceChildren(element('div', { class: 'button-row' }, textButton(t('survey.new'), 'plus', () => store.change(openCensusItem, 'companies', NEW))), element('div', { class: 'side-fields', role: 'search', 'aria-label': t('survey.find') }, field('q'), field('ateco', t('survey.by.ateco.hint')),
    pickOf('chain', codes('production_chain')), pickOf('size', codes('size_class')), pickOf('consent', [['none', t('survey.consent.none')], ['some', t('survey.consent.some')], ['all', t('survey.consent.all')]])), found)
  show()

  async function show(offset = 0, before = []) {
    if (offset === 0) found.replaceChildren(waiting(t('survey.waiting')))
    try {
      const { companies, total } = await api.companies({ ...looked, limit: PAGE, offset }, { signal })
      if (signal.aborted) return
      const all = [...before, ...companies]
      const next = offset + companies.length
      found.replaceChildren(element('p', { role: 'status' }, t('survey.companies', { count: total, number: number(total, 0) })), all.length === 0 ? nothing(t('survey.nothing')) : element('ul', { class: 'side-list' }, ...all.map(row)),
        next < total ? textButton(t('survey.more'), 'arrow-down', () => show(next, all)) : '')
    } catch (problem) {
      if (!signal.aborted) found.replaceChildren(problem.status === 400 ? notice('warning', problem.detail) : failure(problem.detail ?? t('survey.failed'), t('retry'), () => show()))
    }
  }

  function row(one) {
    const facts = [one.municipality, one.atecoCode && `ATECO ${one.atecoCode}${one.atecoVersion ? ` (${one.atecoVersion})` : ''}`, one.employees !== undefined && one.employees !== null && t('survey.employees', { count: one.employees, number: number(one.employees, 0) }),
      one.consents.length === 0 ? t('survey.consent.none') : t('survey.groups', { count: one.consents.length, number: number(one.consents.length, 0) }), one.survey && t(`survey.state.${one.survey}`)].filter(Boolean)
    return element('li', {}, element('button', { type: 'button', class: 'side-card', on: { click: () => store.change(openCensusItem, 'companies', String(one.id)) } },
      element('strong', {}, one.name ?? one.code), ' ', element('span', { class: 'row-code' }, one.code), one.soleTrader ? element('span', { class: 'tag' }, t('survey.soleTrader')) : '',
      element('span', { class: 'side-small side-block' }, facts.join(' · ')), one.byOtherVersion ? element('span', { class: 'side-small side-block' }, t('survey.otherVersion')) : ''))
  }
}
