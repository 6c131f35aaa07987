import { askCensus, openCensusItem } from '../../state/census.js'
import { mayPropose } from '../../state/edit.js'
import { pick, t, useWords } from '../../text/text.js'
import { choice, labelled, notice } from '../../panels/fields.js'
import { element, failure, nothing, textButton, waiting } from '../../panels/markup.js'
import { problemText } from '../problems.js'
import { networkForm } from './form.js'
import { networkPage } from './page.js'

/** The tab Networks: those of firms that there are, one of them with its members on the map, and the form for the desk. */
export async function open(parts) {
  const { root, store, server, territories, overlay, census, signal } = parts
  await Promise.all([useWords('district', server.locale), territories.ready])
  if (signal.aborted) return
  const { api } = census
  const account = store.get().session?.account
  const mayMake = mayPropose(account, 'company') && !account.municipality
  const mayKeep = ({ territory }) => mayMake && (!account.territory || account.territory === territory)
  let kind = ''
  let running = null
  signal.addEventListener('abort', () => running?.abort())
  store.watch((state) => [state.census.item, state.census.q, state.census.territory], show, { signal })

  async function show() {
    running?.abort()
    const mine = (running = new AbortController())
    overlay.show(null)
    const { item, q, territory } = store.get().census
    root.replaceChildren(waiting(t('side.waiting')))
    try {
      const found = await api.networks({ q, territory, kind }, { signal: mine.signal })
      const page = /^\d+$/.test(item ?? '') ? await api.network(item, { signal: mine.signal }) : null
      if (mine.signal.aborted) return
      if (page) networkPage({ ...parts, page, kinds: found.kinds, onEdit: mayKeep(page.network) ? () => edit(page, found.kinds) : null, onBack: () => store.change(askCensus, { item: null }) })
      else if (item === 'new' && mayMake) edit(null, found.kinds)
      else list(found)
    } catch (problem) {
      if (!mine.signal.aborted) root.replaceChildren(failure(problemText(problem), t('retry'), show), textButton(t('district.networks.back'), 'arrow-left', () => store.change(askCensus, { item: null })))
    }
  }

  function list({ networks, kinds }) {
    const { q, territory } = store.get().census
    const words = element('input', { type: 'search', id: 'networks-words', maxlength: '100' })
    words.value = q ?? ''
    const search = element('form', { class: 'side-fields', role: 'search', on: { submit: (event) => { event.preventDefault(); store.change(askCensus, { q: words.value.trim() || null }) } } },
      labelled(t('district.networks.words'), words),
      labelled(t('district.networks.kind'), choice([['', t('district.all')], ...kinds.map(({ id, title }) => [id, pick(title)])], kind, (value) => { kind = value; show() }, { id: 'networks-kind' })),
      labelled(t('district.territory'), choice([['', t('district.all')], ...territories.list.map(({ code, name }) => [code, name])], territory ?? '', (value) => store.change(askCensus, { territory: value || null }), { id: 'networks-territory' })))
    root.replaceChildren(element('p', { class: 'side-lead' }, t('district.networks.lead')), search,
      networks.length === 0 ? nothing(t('district.networks.none')) : element('ul', { class: 'side-list' }, ...networks.map((network) => element('li', {}, card(network, kinds)))),
      mayMake ? element('div', { class: 'button-row' }, textButton(t('district.networks.new'), 'plus', () => store.change(openCensusItem, 'networks', 'new'))) : '',
      mayMake ? importer() : '')
  }

  const card = (network, kinds) => element('button', { type: 'button', class: 'side-card', on: { click: () => store.change(openCensusItem, 'networks', String(network.id)) } },
    element('span', { class: 'district-card-title' }, network.name), element('span', { class: 'side-small' },
      [pick(kinds.find(({ id }) => id === network.kind)?.title), territories.list.find(({ code }) => code === network.territory)?.name, t('district.networks.members', { count: network.members }),
        !network.isPublic && t('district.networks.draft'), network.demonstration && t('district.networks.demonstration')].filter(Boolean).join(' · ')))

  function edit(page, kinds) {
    networkForm({ ...parts, page, kinds, territory: page?.network.territory ?? account.territory ?? store.get().census.territory ?? territories.list[0]?.code,
      onSaved: (id) => { store.change(openCensusItem, 'networks', String(id)); show() }, onRemoved: () => store.change(askCensus, { item: null }), onCancel: () => (page ? show() : store.change(askCensus, { item: null })) })
  }

  /** A table of networks and their members, all of it or nothing. */
  function importer() {
    const file = element('input', { type: 'file', accept: '.csv,text/csv', id: 'networks-file' })
    const said = element('div', { role: 'status' })
    const territory = choice(territories.list.filter(({ code }) => !account.territory || code === account.territory).map(({ code, name }) => [code, name]), account.territory ?? territories.list[0]?.code, () => {}, { id: 'networks-file-territory' })
    const take = async () => {
      if (!file.files[0]) return said.replaceChildren(notice('warning', t('district.networks.import.none')))
      try {
        const { networks, members } = await api.importNetworks(territory.value, await file.files[0].text())
        said.replaceChildren(notice('good', t('district.networks.import.done', { networks, members })), textButton(t('district.networks.import.show'), 'list', show))
      } catch (problem) {
        said.replaceChildren(notice('warning', problemText(problem)))
      }
    }
    return element('details', { class: 'side-fold' }, element('summary', {}, t('district.networks.import')), element('div', { class: 'side-fold-body' },
      element('p', { class: 'side-small' }, t('district.networks.import.text')), labelled(t('district.territory'), territory), labelled(t('district.networks.import.file'), file),
      element('div', { class: 'button-row' }, element('button', { type: 'button', class: 'btn btn-primary', on: { click: take } }, t('district.networks.import.take'))), said))
  }
}
