const TOKEN = /\s*(?:('(?:[^'\\]|''|\\.)*')|("[^"]*")|((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|([\p{L}_:][\p{L}\p{N}\p{M}_:.]*)|(<>|<=|>=|[-+*/%^=<>(),]))/uy
const KINDS = ['text', 'name', 'number', 'word', 'sign']

/**
 * Cuts CQL2 text into words: [{kind, value, start, end}], kinds text, name (in double quotes), number, word and sign; words of
 * the language come in capitals in `upper`. Answers null where something means nothing: the server will say what.
 */
export function tokensOf(filter) {
  const tokens = []
  TOKEN.lastIndex = 0
  while (filter.slice(TOKEN.lastIndex).trim() !== '') {
    const found = TOKEN.exec(filter)
    if (!found) return null
    const at = found.slice(1).findIndex((part) => part !== undefined)
    tokens.push(tokenOf(KINDS[at], found[at + 1], TOKEN.lastIndex))
  }
  return tokens
}

function tokenOf(kind, written, end) {
  const value = kind === 'text' ? plain(written.slice(1, -1)) : kind === 'name' ? written.slice(1, -1) : written
  return { kind, value, upper: kind === 'word' || kind === 'sign' ? written.toUpperCase() : null, start: end - written.length, end }
}

// A quote is doubled or follows a backslash, a backslash is doubled; any other stays, for LIKE.
const plain = (text) => text.replace(/''|\\['\\]/g, (pair) => pair[1])

/** What stands between AND (or OR) at the outermost level; an AND that belongs to BETWEEN parts nothing. */
export function splitAt(word, tokens) {
  const parts = [[]]
  let depth = 0
  let between = false
  for (const token of tokens) {
    if (token.upper === '(') depth++
    if (token.upper === ')') depth--
    if (depth === 0 && token.upper === 'BETWEEN') between = true
    if (depth === 0 && token.upper === word && !(between && word === 'AND')) parts.push([])
    else parts[parts.length - 1].push(token)
    if (depth === 0 && token.upper === 'AND') between = false
  }
  return parts
}

/** The same without parentheses around all of it. */
export function unwrapped(tokens) {
  let inside = tokens
  while (inside.length > 2 && inside[0].upper === '(' && closes(inside) === inside.length - 1) inside = inside.slice(1, -1)
  return inside
}

function closes(tokens) {
  let depth = 0
  return tokens.findIndex(({ upper }) => {
    if (upper === '(') depth++
    if (upper === ')') depth--
    return depth === 0
  })
}
