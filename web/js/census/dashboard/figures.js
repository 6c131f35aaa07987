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

/** Circles whose areas are as the figures. @param most pixels of the largest radius */
export function circles(rows, most = 34) {
  return rows.map((row, i) => ({ row, share: shares(rows)[i] })).filter(({ row }) => row.by?.lon !== undefined && row.by?.lon !== null)
    .map(({ row, share }) => ({ lon: row.by.lon, lat: row.by.lat, radius: share === null ? 9 : Math.max(9, Math.sqrt(share) * most), isEmpty: share === null }))
}

/** What can be asked together: figures by area take the filter of one property; what is itself a property is told by area only. */
export function questionOf({ territory, by, measure, chain, size, area }, { dimensions, measures }) {
  const isArea = dimensions.find(({ id }) => id === by)?.kind === 'area'
  const kind = measures.find(({ id }) => id === measure)?.kind ?? 'firms'
  const filter = isArea ? (kind === 'yes' ? null : chain ? `production_chain:${chain}` : size ? `size_class:${size}` : null) : area
  return { territory, by, measure: !isArea && kind === 'yes' ? 'firms' : measure, filter }
}
