/**
 * Numbers as people type them in a language: in Italian the full stop groups thousands and the comma is decimal, in English the other
 * way round; what can mean only one is that. Undefined for an empty text, NaN for one that is no number.
 */
export function readNumber(text, language) {
  const plain = text.replace(/[\s\u00a0\u202f']/g, '').replace(/^[−–]/, '-')
  if (plain === '') return undefined
  const [group, decimal] = language === 'it' ? ['.', ','] : [',', '.']
  if (new RegExp(`^[+-]?\\d{1,3}(\\${group}\\d{3})+(\\${decimal}\\d+)?$`).test(plain)) return Number(plain.replaceAll(group, '').replace(decimal, '.'))
  if (/^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/.test(plain)) return Number(plain.replace(',', '.'))
  return NaN
}

/** The same number for a field: every digit that is kept, grouped as the language does it. */
export const writeNumber = (value, language) =>
  (typeof value === 'number' ? new Intl.NumberFormat(language, { maximumFractionDigits: 15, useGrouping: 'min2' }).format(value) : '')
