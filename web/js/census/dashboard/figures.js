import { number, withUnit } from '../../text/format.js'
import { pick, t } from '../../text/text.js'

/** A figure of the census as text: hidden ones say why, and nobody's silence counts as zero. @param row {figure, answered, hidden, firms} */
export function figureText({ figure, hidden, firms }, { unit = null, k = null } = {}) {
  if (figure !== undefined && figure !== null) return unit ? withUnit(figure, unit) : number(figure, 1, { useGrouping: 'always' })
  if (hidden === 'FEW') return k && firms === undefined ? t('district.fewer', { k }) : t('district.few')
  if (hidden) return t('district.notShown')
  return t('notKnown')
}

/** Of how many firms it is known. */
export const answeredText = ({ answered, firms }) => (answered === undefined || answered === null || !firms ? '' : t('district.answered', { answered: number(answered, 0), firms: number(firms, 0) }))

export const keyText = (key) => (key?.title ? pick(key.title) : key?.value ?? '')

/** Length of a bar from 0 to 1, of the longest one; null where there is no figure. */
export function shares(rows) {
  const most = Math.max(0, ...rows.map(({ figure }) => figure ?? 0))
  return rows.map(({ figure }) => (figure === undefined || figure === null ? null : most > 0 ? figure / most : 0))
}

/** More circles than this on a map are those of areas that have a figure. */
const MANY = 150
/** More numbers than this on a map are those of the largest figures. */
const NUMBERED = 60

/**
 * What the map shows of figures by area: circles whose areas are as the figures, with their numbers; empty ones where a figure is hidden.
 * @param text (row) → the figure in words @param most pixels of the largest radius
 */
export function circles(rows, text, most = 34) {
  const lengths = shares(rows)
  const all = rows.map((row, i) => ({ row, share: lengths[i] })).filter(({ row }) => row.by?.lon !== undefined && row.by?.lon !== null)
  const placed = all.length > MANY ? all.filter(({ share }) => share !== null) : all
  const known = placed.filter(({ share }) => share !== null)
  const numbered = known.length > NUMBERED ? [...known].sort((one, other) => other.share - one.share).slice(0, NUMBERED) : known
  return { circles: placed.map(({ row, share }) => ({ lon: row.by.lon, lat: row.by.lat, radius: share === null ? 9 : Math.max(9, Math.sqrt(share) * most), isEmpty: share === null })),
    signs: numbered.map(({ row }) => ({ lon: row.by.lon, lat: row.by.lat, text: text(row), kind: 'limit' })) }
}

/** What can be asked together: figures by area take the filter of one property; what is itself a property is told by area only. */
export function questionOf({ territory, by, measure, chain, size, area }, { dimensions, measures }) {
  const isArea = dimensions.find(({ id }) => id === by)?.kind === 'area'
  const kind = measures.find(({ id }) => id === measure)?.kind ?? 'firms'
  const filter = isArea ? (kind === 'yes' ? null : chain ? `production_chain:${chain}` : size ? `size_class:${size}` : null) : area
  return { territory, by, measure: !isArea && kind === 'yes' ? 'firms' : measure, filter }
}
