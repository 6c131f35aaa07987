import { segments } from '../../panels/fields.js'
import { element, failure, icon, iconButton, nothing, textButton, waiting } from '../../panels/markup.js'
import { openTour } from '../../state/tours.js'
import { day, shortMoment } from '../../text/format.js'
import { t } from '../../text/text.js'
import { all, drop, isDraft, takeUp } from '../plan/keeper.js'
import { problemText } from '../plan/problems.js'

/** The tab Saved tours: those that this browser has a key of, those of the account, and for the desk all of them. */
export async function open({ root, store, tours, signal }) {
  const account = store.get().session?.account
  const isDesk = account?.scopes?.includes('propose')
  const here = element('div', {})
  const there = element('div', { class: 'tour-form' })
  let which = 'mine'
  root.append(element('div', { class: 'tour-title-line' }, element('h2', {}, t('tours.saved.heading')), textButton(t('tours.new'), 'plus', () => store.change(openTour, null))), here,
    ...(account ? [element('h3', {}, t('tours.saved.mine')), isDesk && segments(t('tours.saved.which'), [['mine', t('tours.saved.mine')], ['all', t('tours.saved.all')]], which, (value) => { which = value; read() }).root, there].filter(Boolean) : [element('p', { class: 'side-small' }, t('tours.saved.signIn'))]))
  await Promise.all([showHere(), account ? read() : null])

  async function showHere() {
    const kept = await all()
    if (signal.aborted) return
    here.replaceChildren(...(kept.length === 0 ? (account ? [] : [nothing(t('tours.saved.none'))]) : [element('h3', {}, t('tours.saved.here')), element('ul', { class: 'side-list' }, ...kept.map((record) => item({
      name: record.name || t('tours.unnamed'), open: async () => {
        if (isDraft(record)) await takeUp(record.id)
        store.change(openTour, isDraft(record) ? null : String(record.id))
      },
      facts: [isDraft(record) ? t('tours.saved.draft') : record.dirty && t('tours.saved.changed'), record.tour.question.date && day(record.tour.question.date), stopsText(record.tour.question.stops.length, record.tour.order && visitsIn(record.tour.order)), t('tours.saved.at', { at: shortMoment(record.at) })],
    }, forget(record))))]))
  }

  async function read() {
    there.replaceChildren(waiting(t('side.waiting')))
    try {
      const { tours: found } = await tours.api.tours(`of=${which}`, { signal })
      there.replaceChildren(found.length === 0 ? nothing(t('tours.saved.none')) : element('ul', { class: 'side-list' }, ...found.map((tour) => item({
        name: tour.name, open: () => store.change(openTour, String(tour.id)),
        facts: [t(`tours.state.${tour.state}`), tour.firstDay && day(tour.firstDay), stopsText(tour.chosen, tour.firstDay ? tour.stops : null), which === 'all' && tour.owner, t('tours.saved.at', { at: shortMoment(tour.updatedAt) })],
      }))))
    } catch (problem) {
      if (!signal.aborted) there.replaceChildren(failure(problemText(problem), t('retry'), read))
    }
  }

  function item({ name, open: go, facts }, ...more) {
    return element('li', { class: 'tour-saved' }, element('button', { type: 'button', class: 'side-card', on: { click: go } }, element('strong', {}, name), element('span', { class: 'side-small side-block' }, facts.filter(Boolean).join(' · '))), ...more)
  }

  /** Whoever takes off the only key is asked first. */
  function forget(record) {
    const holder = element('span', { class: 'tour-forget' })
    const ask = () => {
      holder.replaceChildren(element('span', { class: 'side-small' }, icon('warning-circle', 'xs'), ' ', t('tours.saved.forget.sure')), element('button', { type: 'button', class: 'btn btn-danger', on: { click: async () => { await drop(record.id); showHere() } } }, t('tours.saved.forget')), textButton(t('tours.cancel'), null, rest))
      holder.querySelector('button').focus()
    }
    const rest = () => holder.replaceChildren(iconButton(`${t('tours.saved.forget')}: ${record.name || t('tours.unnamed')}`, 'close', record.key ? ask : async () => { await drop(record.id); showHere() }))
    rest()
    return holder
  }
}

/** How many stops were chosen, and how many visits the programme makes; @param planned null where there is none yet */
const stopsText = (chosen, planned) => t(planned === null ? 'tours.saved.chosen' : planned === chosen ? 'tours.saved.stops' : 'tours.saved.planned', { planned, count: chosen })
const visitsIn = (order) => order.reduce((sum, { stops }) => sum + stops.length, 0)
