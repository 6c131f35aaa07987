import { shortMoment } from '../../text/format.js'
import { t } from '../../text/text.js'
import { element, failure, icon, nothing, textButton, waiting } from '../../panels/markup.js'
import { notice } from '../../panels/fields.js'
import { powerText } from './amounts.js'
import { all, isLocal } from './keeper.js'
import { sizeOf } from './model.js'
import { problemText } from './problems.js'

const MOST_COMPARED = 6

/** All communities and scenarios: those of the server, for whoever may see them, and those that this browser keeps. */
export function openList(parts) {
  const { root, store, api, go, signal } = parts
  const chosen = new Set()
  const place = element('div', { class: 'cm-lists' }, waiting(t('cm.list.waiting')))
  const compare = element('button', { type: 'button', class: 'btn btn-outline-primary', disabled: true, on: { click: () => go(`compare:${[...chosen].join(':')}`) } }, t('cm.compare'))
  const mayPropose = store.get().session?.account?.scopes?.includes('propose')
  root.append(element('p', { class: 'side-lead' }, t('cm.lead')), ...(mayPropose ? [] : [signedOut(store)]),
    element('div', { class: 'button-row cm-actions' }, element('button', { type: 'button', class: 'btn btn-primary', on: { click: () => go('new') } }, t('cm.new')), compare), place)
  load()

  async function load() {
    try {
      const [local, saved] = await Promise.all([all(), mayPropose ? api.list({}, { signal }).then(({ communities }) => communities) : []])
      if (signal.aborted) return
      const drafts = new Map(local.filter(({ id }) => !isLocal(id)).map((record) => [String(record.id), record]))
      const own = local.filter(({ id }) => isLocal(id))
      place.replaceChildren(...[
        saved.length > 0 && section(t('cm.list.saved'), saved.map((one) => card(one.id, one.name, [one.territory, t('cm.list.by', { who: one.owner ?? t('notKnown') }), shortMoment(one.updatedAt),
          one.scenarioOf && t('cm.list.scenario')], drafts.has(String(one.id)) && t('cm.list.draft')))),
        own.length > 0 && section(t('cm.list.here'), own.map((record) => card(record.id, record.name, [t('cm.list.size', counts(record.scenario)), shortMoment(record.at)], null))),
        saved.length + own.length === 0 && nothing(t('cm.list.none'))].filter(Boolean))
    } catch (problem) {
      if (!signal.aborted) place.replaceChildren(failure(problemText(problem), t('retry'), load))
    }
  }

  const section = (title, cards) => element('section', {}, element('h3', {}, title), element('ul', { class: 'cm-cards' }, ...cards))

  function card(id, name, facts, mark) {
    const title = name || t('cm.unnamed')
    const box = element('input', { type: 'checkbox', id: `cm-choose-${id}`, 'aria-label': t('cm.list.choose', { name: title }), on: { change: () => {
      box.checked ? chosen.add(String(id)) : chosen.delete(String(id))
      compare.disabled = chosen.size < 2 || chosen.size > MOST_COMPARED
    } } })
    return element('li', { class: 'cm-card' }, box, element('div', {}, element('button', { type: 'button', class: 'cm-open', on: { click: () => go(String(id)) } }, title),
      mark && element('span', { class: 'cm-mark' }, mark), element('p', { class: 'side-small' }, facts.filter(Boolean).join(' · '))))
  }
}

/** What is there without an account, and what one adds. */
export function signedOut(store) {
  const account = store.get().session?.account
  return notice('info', element('p', {}, icon('info-circle', 'xs'), ' ', t(account ? 'cm.signed.noRight' : 'cm.signed.out')))
}

function counts(scenario) {
  const { plants, members, kw } = sizeOf(scenario)
  return { plants, members, power: powerText(kw) }
}
