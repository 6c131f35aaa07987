/**
 * The line of a text that a fault is about, as characters {from, to}: the first key of its path below the rule that it names, or that rule, or the first line. A
 * rule is named by its id, or by its place in the list as #3. @param fault {rule: string or null, path}
 */
export function lineOf(text, { rule, path }) {
  const lines = text.split('\n')
  const starts = lines.flatMap((line, i) => (/^\s*-\s+(id|effect|tech|title|source)\s*:/.test(line) ? [i] : []))
  const nth = /^#(\d+)$/.exec(rule ?? '')?.[1]
  const begin = rule === null || rule === undefined ? 0 : nth ? starts[Number(nth) - 1] ?? 0 : Math.max(0, lines.findIndex((line) => new RegExp(`^\\s*-?\\s*id\\s*:\\s*["']?${escape(rule)}["']?\\s*$`).test(line)))
  const end = rule ? starts.find((start) => start > begin) ?? lines.length : lines.length
  const [key] = /^\w+/.exec(path ?? '') ?? []
  const within = key ? lines.slice(begin, end).findIndex((line) => new RegExp(`^\\s*-?\\s*${key}\\s*:`).test(line)) : -1
  const line = begin + Math.max(0, within)
  const from = lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0)
  return { from, to: from + lines[line].length }
}

const escape = (text) => text.replace(/[^\w]/g, '\\$&')
