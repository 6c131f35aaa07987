/**
 * Criteria as links carry them, `price_eur_m2:min:40,area_m2:max:30:w5000:b20000:r:t`: attribute, direction and weight, then w for
 * worst, b for best, r for required, t for threshold. The server (org.comparto.ranking.RankText) reads and writes the same.
 * A wish is {attribute, direction, weight, worst, best, required, shape}; bounds are texts, null for none.
 */
const MOST = 20

export const rankText = (wishes) => wishes.map(({ attribute, direction, weight, worst, best, required, shape }) =>
  [attribute, direction, weight, worst !== null && `w${worst}`, best !== null && `b${best}`, required && 'r', shape === 'threshold' && best !== null && 't']
    .filter((piece) => piece !== false).join(':')).join(',')

/** Reads what makes sense and leaves out the rest, so that a broken link still ranks. */
export function readRank(text) {
  const wishes = (text ?? '').split(',').flatMap((part) => {
    const [attribute, direction, weight, ...more] = part.split(':')
    const sound = /^[a-z][a-z0-9_]*$/.test(attribute) && ['max', 'min'].includes(direction) && /^\d{1,3}(\.\d{1,6})?$/.test(weight ?? '') && Number(weight) <= 100
    return sound ? [{ attribute, direction, weight: Number(weight), ...bounds(more) }] : []
  })
  return wishes.filter((wish, i) => wishes.findIndex(({ attribute }) => attribute === wish.attribute) === i).slice(0, MOST)
}

function bounds(pieces) {
  const bound = (letter) => {
    const found = pieces.find((piece) => piece.length > 1 && piece.startsWith(letter))?.slice(1) ?? null
    return found !== null && /^(-?\d{1,15}(\.\d{1,6})?|\d{4}-\d{2}-\d{2}|true|false)$/.test(found) ? found : null
  }
  const best = bound('b')
  return { worst: bound('w'), best, required: pieces.includes('r'), shape: pieces.includes('t') && best !== null ? 'threshold' : 'linear' }
}

const DAY = 86_400_000

/** A bound, or any value, of an attribute as the number that is computed with; null for none. */
export function toNumber(text, type) {
  if (text === null || text === '') return null
  if (type === 'boolean') return Number(text === 'true')
  if (type === 'date') return Math.round(Date.parse(`${text}T00:00:00Z`) / DAY)
  return Number(text)
}

/** The other way round: a day as YYYY-MM-DD, truth as true and false. */
export function fromNumber(value, type) {
  if (value === null || Number.isNaN(value)) return null
  if (type === 'boolean') return value !== 0
  if (type === 'date') return new Date(value * DAY).toISOString().slice(0, 10)
  return value
}
