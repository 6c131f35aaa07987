const CONSENT = /-consent$/ // to a text in one language: it is given anew in another

/** What somebody has typed, chosen and ticked in a part of the page, by the ids of its fields; a page that is drawn anew puts it back. */
export const typedIn = (root) => new Map([...root.querySelectorAll('input, select, textarea')].filter(({ id }) => id && !CONSENT.test(id)).map((field) => [field.id, valueOf(field)]))

const valueOf = ({ type, checked, files, value }) => (type === 'checkbox' ? checked : type === 'file' ? [...files] : value)

/** @param typed an answer of typedIn; what is folded away opens where something stands in it again */
export function putBack(root, typed) {
  for (const [id, value] of typed) {
    const field = root.querySelector(`#${CSS.escape(id)}`)
    if (!field) continue
    if (field.type === 'checkbox') field.checked = value
    else if (field.type === 'file') field.files = listOf(value)
    else field.value = value
    const fold = field.closest('details')
    if (fold && value && value.length !== 0) fold.open = true
  }
}

function listOf(files) {
  const list = new DataTransfer()
  files.forEach((file) => list.items.add(file))
  return list.files
}
