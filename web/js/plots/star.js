/** The star that keeps a plot on the shortlist: (id, name) → button; null where the page has no shortlist or it does not come. */
export async function createStar() {
  if (!document.getElementById('shortlist-link')) return null
  try {
    return (await import('../shortlist/shortlist.js')).starButton
  } catch {
    return null // the list works without
  }
}
