const UNITS = { min: { h: 60 }, 'm²': { ha: 10_000, m2: 1, mq: 1, 'm²': 1 }, kW: { mw: 1000, kw: 1 }, km: { km: 1, m: 0.001 }, '€': { '€': 1, mln: 1_000_000 } }

/**
 * Reads an amount as people write it in a language: «20.000», «2,5 ha», «1.5 MW»; the answer is in `unit`. Undefined for an empty
 * text, null for one that is no amount of at least 0.
 */
export function readAmount(text, language, unit) {
  const plain = text.replace(/[\s\u00a0\u202f']/g, '')
  if (plain === '') return undefined
  const [, digits, letters] = /^([\d.,]+)(.*)$/.exec(plain) ?? []
  const factor = letters === '' || letters === unit ? 1 : UNITS[unit]?.[letters?.toLowerCase()]
  const value = digits && readDecimal(digits, language)
  return factor && value !== null && value !== undefined ? Number((value * factor).toFixed(6)) : null
}

/** In Italian the full stop groups thousands and the comma is decimal, in English the other way round; what can mean only one is that. */
function readDecimal(digits, language) {
  const [group, decimal] = language === 'it' ? ['.', ','] : [',', '.']
  if (new RegExp(`^\\d{1,3}(\\${group}\\d{3})+(\\${decimal}\\d+)?$`).test(digits)) return Number(digits.replaceAll(group, '').replace(decimal, '.'))
  return /^\d+([.,]\d+)?$/.test(digits) ? Number(digits.replace(',', '.')) : null
}
