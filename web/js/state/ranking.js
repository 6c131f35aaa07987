import { rankText, readRank } from '../ranking/rank-text.js'
import { briefText, readBrief } from '../ranking/brief-text.js'

/** How plots are ranked and compared, and its pure changes. Wishes are those of ranking/rank-text.js, needs those of ranking/brief-text.js. */
export const MOST_COMPARED = 5
const WITH_RANKING = ['plots', 'plot', 'compare'] // places whose link carries it, so that there is a way back
const NO_RANKING = { mode: 'rank', wishes: [], needs: {} }

/** What the state begins with, and what a link that names none of it means. */
export const initialRanking = {
  ranking: NO_RANKING, // mode is 'rank' or 'brief'
  compare: [], // ids that stand side by side
}

const put = (state, values) => ({ ...state, ranking: { ...state.ranking, ...values } })

export const rankBy = (state, wishes) => put(state, { wishes })
export const showMode = (state, mode) => put(state, { mode })
export const ask = (state, needs) => put(state, { needs })

export const addWish = (state, wish) =>
  state.ranking.wishes.some(({ attribute }) => attribute === wish.attribute) ? state : rankBy(state, [...state.ranking.wishes, wish])
export const dropWish = (state, attribute) => rankBy(state, state.ranking.wishes.filter((wish) => wish.attribute !== attribute))
export const changeWish = (state, attribute, values) =>
  rankBy(state, state.ranking.wishes.map((wish) => (wish.attribute === attribute ? { ...wish, ...values } : wish)))

/** Chooses a plot for comparison, or takes it back; the sixth is not taken. */
export const pickPlot = (state, id) => {
  const picked = state.picked ?? []
  return { ...state, picked: picked.includes(id) ? picked.filter((one) => one !== id) : [...picked, id].slice(0, MOST_COMPARED) }
}
/** Opens the comparison, of all that is asked for or of the first five. */
export const compareThem = (state, ids) => ({ ...state, place: 'compare', compare: [...new Set(ids)].slice(0, MOST_COMPARED) })

/** The parts of a link. */
export function rankingParts({ place, ranking, compare }) {
  if (!WITH_RANKING.includes(place)) return []
  const [rank, brief] = [rankText(ranking.wishes), ranking.mode === 'brief' ? briefText(ranking.needs) : '']
  return [['rank', rank], ['brief', brief], ['plots', place === 'compare' ? compare.join(',') : '']].filter(([, value]) => value)
}

export function readRanking(given) {
  const named = {}
  const [wishes, needs] = [readRank(given.get('rank')), readBrief(given.get('brief'))]
  const isBrief = Object.keys(needs).length > 0
  if (wishes.length > 0 || isBrief) named.ranking = { mode: isBrief ? 'brief' : 'rank', wishes, needs }
  if (/^[1-9]\d{0,14}(,[1-9]\d{0,14})*$/.test(given.get('plots') ?? '')) {
    named.compare = [...new Set(given.get('plots').split(',').map(Number))].slice(0, MOST_COMPARED)
  }
  return named
}
