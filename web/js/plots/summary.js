import { number } from '../text/format.js'
import { t } from '../text/text.js'

/** The set in words, from its facets: how large the plots are, what they cost, where most of them lie. The same that the map shows. */
export function summaryOf({ total, facets }, texts, question) {
  if (!total) return []
  const extent = (key) => {
    const { min, max } = facets.get(key) ?? {}
    return typeof min === 'number' && !(key in question.conditions) ? t(`plots.summary.${key}`, { from: texts.amount({ key }, min), to: texts.amount({ key }, max) }) : null
  }
  const most = facets.get('municipality_code')?.values?.[0]
  const where = most && !('municipality_code' in question.conditions) ? [t('plots.summary.most', { number: number(most.count, 0) }), ' ', texts.choice('municipality_code', most.value)] : []
  const ranges = ['area_m2', 'price_eur_m2'].map(extent).filter(Boolean).join('; ')
  const all = [ranges, ...(where.length > 0 ? [ranges && '; ', ...where] : [])].filter(Boolean)
  return all.length > 0 ? [capital(all[0]), ...all.slice(1), '.'] : []
}

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1)
