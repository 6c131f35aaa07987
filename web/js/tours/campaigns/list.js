import { shortMoment } from '../../text/format.js'
import { t } from '../../text/text.js'
import { choice, labelled } from '../../panels/fields.js'
import { element, failure, nothing, textButton, waiting } from '../../panels/markup.js'
import { ANEW } from './model.js'
import { problemText } from './problems.js'

/** All campaigns that the caller may see, and the ways to begin one. */
export function openList(parts) {
  const { root, api, go, store, territories, signal } = parts
  const place = element('div', { class: 'camp-list' }, waiting(t('camp.waiting')))
  const status = element('p', { class: 'field-hint', role: 'status' })
  const own = store.get().session.account.territory ?? null
  const where = element('div', {})
  root.append(element('h2', {}, t('camp.heading')), element('p', { class: 'side-lead' }, t('camp.lead')), where,
    element('div', { class: 'button-row' }, element('button', { type: 'button', class: 'btn btn-primary', on: { click: () => begin(() => ({ ...ANEW, name: t('camp.newName') })) } }, t('camp.new')),
      textButton(t('camp.demonstration'), 'star-outline', () => begin(() => api.demonstration()))), status, place)
  let territory = own
  if (own === null) askTerritory()
  load()

  async function askTerritory() {
    await territories?.ready
    const all = territories?.list ?? []
    territory = all.find(({ code }) => code === 'cremona')?.code ?? all[0]?.code ?? 'cremona'
    if (all.length > 1 && !signal.aborted) where.replaceChildren(labelled(t('camp.territory'), choice(all.map(({ code, name }) => [code, name]), territory, (value) => { territory = value })))
  }

  async function begin(make) {
    try {
      status.textContent = t('camp.making')
      const made = await api.create({ ...(await make()), territory })
      if (!signal.aborted) go(String(made.id))
    } catch (problem) {
      status.textContent = problemText(problem)
    }
  }

  async function load() {
    try {
      const { campaigns } = await api.list({ signal })
      if (signal.aborted) return
      place.replaceChildren(campaigns.length === 0 ? nothing(t('camp.none')) : element('ul', { class: 'side-list' }, ...campaigns.map((one) => element('li', {},
        element('button', { type: 'button', class: 'side-card', on: { click: () => go(String(one.id)) } }, element('strong', {}, one.name), one.demonstration && element('span', { class: 'tag camp-demonstration' }, t('camp.demonstrationMark')),
          element('span', { class: 'side-small side-block' }, t('camp.size', { groups: one.groups, hosts: one.hosts, visits: one.visits })), element('span', { class: 'side-small side-block' }, `${one.owner} · ${shortMoment(one.updatedAt)}`))))))
    } catch (problem) {
      if (!signal.aborted) place.replaceChildren(failure(problemText(problem), t('retry'), load))
    }
  }
}
