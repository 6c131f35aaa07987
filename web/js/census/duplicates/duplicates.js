import { createSurveyServer } from '../../api/survey.js'
import { openCensusItem, openCensusView } from '../../state/census.js'
import { number, shortMoment } from '../../text/format.js'
import { pick, t, useWords } from '../../text/text.js'
import { isKnown, sameValue } from '../../edit/values.js'
import { labelled, notice } from '../../panels/fields.js'
import { element, failure, nothing, textButton, waiting } from '../../panels/markup.js'
import { useStyles } from '../../panels/styles.js'
import { companyValue } from '../value.js'

/** Of a company that stays these are its own: a code for good, and what files have stated. */
const NEVER_TAKEN = ['code', 'territory_code', 'municipality_code', 'stated_consents', 'consent_stated_by', 'consent_stated_on']

/** Pairs of companies that may be one; side by side somebody chooses each value, merges them, or says that they are two. */
export async function open(parts) {
  const { root, store, session, server, signal } = parts
  await Promise.all([useWords('survey', server.locale), useStyles('/css/survey.css')])
  if (!store.get().session?.account?.scopes.includes('write')) return root.append(notice('info', t('survey.deskOnly')))
  const all = { ...parts, api: createSurveyServer(session) }
  store.watch((state) => (state.census.view === 'duplicates' ? state.census.item : null), async (item) => {
    root.replaceChildren(waiting(t('survey.waiting')))
    const ids = (item ?? '').split(':').map(Number)
    try {
      await (ids.length === 2 ? pair(all, ids) : list(all))
    } catch (problem) {
      if (signal.aborted) return
      if (problem.status === undefined) console.error(problem)
      root.replaceChildren(back(all), failure(problem.detail ?? t('survey.failed'), t('retry'), () => store.change(openCensusView, 'duplicates')))
    }
  }, { signal })
}

const back = ({ store }) => textButton(t('survey.backToPairs'), 'arrow-left', () => store.change(openCensusView, 'duplicates'))
const nameOf = (one) => one.name ?? one.code

async function list({ root, store, api, signal }) {
  const [{ pairs, total }, { merges, distinct }] = await Promise.all([api.duplicates({ limit: 200 }, { signal }), api.decided({ signal })])
  if (signal.aborted) return
  const again = () => list({ root, store, api, signal })
  root.replaceChildren(element('p', { class: 'side-lead' }, t('survey.pairs.lead')), element('p', { role: 'status' }, t('survey.pairs', { count: total, number: number(total, 0) })),
    pairs.length === 0 ? nothing(t('survey.pairs.none')) : element('ul', { class: 'side-list' }, ...pairs.map((one) => element('li', {},
      element('button', { type: 'button', class: 'side-card', on: { click: () => store.change(openCensusItem, 'duplicates', `${one.first.id}:${one.second.id}`) } },
        element('strong', {}, nameOf(one.first)), ' · ', element('strong', {}, nameOf(one.second)), ' ', element('span', { class: 'tag' }, t('survey.points', { points: one.score })),
        element('span', { class: 'side-small side-block' }, one.reasons.map(reason).join(' · ')))))),
    merges.length === 0 ? '' : element('details', { class: 'side-fold' }, element('summary', {}, t('survey.merges')), element('ul', { class: 'side-list' }, ...merges.map((one) => element('li', { class: 'survey-row' },
      element('div', {}, t('survey.merge', { gone: one.goneName ?? one.goneCode, kept: one.keptName ?? one.keptCode })), element('div', { class: 'side-small' }, `${one.mergedBy}, ${shortMoment(one.mergedAt)}`),
      one.undoneAt ? element('span', { class: 'tag' }, t('survey.undone', { who: one.undoneBy, moment: shortMoment(one.undoneAt) })) : textButton(t('survey.undo'), 'restore', async () => { await api.undo(one.id); await again() }))))),
    distinct.length === 0 ? '' : element('details', { class: 'side-fold' }, element('summary', {}, t('survey.distinct')), element('ul', { class: 'side-list' }, ...distinct.map((one) => element('li', { class: 'survey-row' },
      element('div', {}, `${one.firstName ?? one.firstCode} · ${one.secondName ?? one.secondCode}`), element('div', { class: 'side-small' }, [one.statedBy, shortMoment(one.statedAt), one.note].filter(Boolean).join(' · ')),
      textButton(t('survey.notDistinct'), 'close', async () => { await api.forgetDistinct(one.firstId, one.secondId); await again() }))))))
}

const reason = ({ kind, value, points }) => `${t(`survey.reason.${kind}`, { percent: number((value ?? 0) * 100, 0), metres: number(value ?? 0, 0) })} (${points > 0 ? '+' : ''}${points})`

async function pair(parts, [first, second]) {
  const { root, store, api, signal } = parts
  const [one, other, { attributes }] = await Promise.all([api.company(first, { signal }), api.company(second, { signal }), api.form({ signal })])
  if (signal.aborted) return
  let kept = one // the other goes
  const take = new Set()
  const table = element('div', { class: 'side-scroll' })
  const trouble = element('p', { class: 'survey-trouble', role: 'alert' })
  const note = element('input', { type: 'text', maxlength: '2000', autocomplete: 'off' })
  const heading = element('h2', { tabindex: '-1' }, t('survey.sideBySide'))
  const keep = element('fieldset', { class: 'side-set' }, element('legend', {}, t('survey.keep')), ...[one, other].map((company, i) => {
    const radio = element('input', { type: 'radio', name: 'survey-keep', id: `survey-keep-${i}`, on: { change: () => { kept = company; propose(); draw() } } })
    radio.checked = i === 0
    return element('div', { class: 'side-tick' }, radio, element('label', { for: radio.id }, `${nameOf(company.properties)} (${company.properties.code})`))
  }))
  const act = (does) => async () => {
    try {
      await does()
    } catch (problem) {
      trouble.textContent = problem.detail ?? t('survey.failed')
    }
  }
  root.replaceChildren(back(parts), heading, keep, table, element('p', { class: 'side-small' }, t('survey.mergeNote')), trouble,
    element('div', { class: 'button-row' }, element('button', { type: 'button', class: 'btn btn-primary', on: { click: act(async () => {
      const gone = kept === one ? other : one
      await api.merge({ keep: kept.id, keepVersion: kept.version, gone: gone.id, goneVersion: gone.version, take: [...take] })
      store.change(openCensusItem, 'companies', String(kept.id))
    }) } }, t('survey.doMerge'))),
    element('section', {}, element('h3', {}, t('survey.areTwo')), labelled(t('survey.note'), note), element('div', { class: 'button-row' }, element('button', { type: 'button', class: 'btn btn-outline-primary', on: { click: act(async () => {
      await api.distinct(first, second, note.value)
      store.change(openCensusView, 'duplicates')
    }) } }, t('survey.doDistinct')))))
  propose()
  draw()
  heading.focus({ preventScroll: true })

  /** What only the one that goes knows comes along. */
  function propose() {
    const gone = kept === one ? other : one
    take.clear()
    for (const { name } of attributes) if (!NEVER_TAKEN.includes(name) && !isKnown(kept.properties[name]) && isKnown(gone.properties[name])) take.add(name)
  }

  function draw() {
    const differing = attributes.filter(({ name }) => !NEVER_TAKEN.includes(name) && !sameValue(one.properties[name], other.properties[name]))
    table.replaceChildren(differing.length === 0 ? nothing(t('survey.noDifference')) : element('table', { class: 'side-table survey-pair' },
      element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, t('survey.field')), ...[one, other].map((company) => element('th', { scope: 'col' }, company.properties.code)))),
      element('tbody', {}, ...differing.map((attribute) => element('tr', {}, element('th', { scope: 'row' }, pick(attribute.title)), ...[one, other].map((company) => cell(attribute, company)))))))
  }

  function cell(attribute, company) {
    const id = `survey-${attribute.name}-${company.id}`
    const radio = element('input', { type: 'radio', name: `survey-${attribute.name}`, id, on: { change: () => (company === kept ? take.delete(attribute.name) : take.add(attribute.name)) } })
    radio.checked = take.has(attribute.name) !== (company === kept)
    const value = company.properties[attribute.name]
    return element('td', {}, element('div', { class: 'survey-value' }, radio, element('label', { for: id }, companyValue(attribute, value, parts))))
  }
}
