import { number } from '../text/format.js'
import { language, pick, t } from '../text/text.js'
import { element, failure, icon, nothing } from '../panels/markup.js'
import { choice, labelled, notice } from './forms.js'
import { problemText } from './problems.js'

const KINDS = ['search', 'plot_view', 'fact_sheet', 'inquiry']
const SPANS = [3, 12, 24]

/** How the installation is used, by month, by attribute and by plot: counts, and nobody's. */
export async function usagePage({ session, catalogue, signal }) {
  const figures = element('div', { class: 'usage-figures' })
  const span = choice(SPANS.map((months) => [months, t('usage.months', { count: months })]), 12)
  const csv = element('a', { class: 'text-button', download: '' }, icon('file-csv'), element('span', {}, t('usage.csv')))
  span.addEventListener('change', again)

  async function again() {
    try {
      await show()
    } catch (problem) {
      if (problem.name !== 'AbortError') figures.replaceChildren(failure(problemText(problem), t('retry'), again))
    }
  }

  async function show() {
    const query = `from=${monthsAgo(Number(span.value) - 1)}`
    const address = `/api/usage?${query}&f=csv`
    csv.href = address
    const said = await session.ask(`/api/usage?${query}`, { signal })
    if (csv.getAttribute('href') !== address) return // other months are looked at by now
    figures.replaceChildren(byMonth(said.months), byAttribute(said.months), byPlot(said.plots))
  }
  await show()
  return [element('p', { class: 'desk-lead' }, t('usage.lead')), notice('info', t('usage.how')),
    element('div', { class: 'desk-head' }, labelled(t('usage.span'), span), csv), figures]

  function byMonth(counts) {
    const months = [...new Set(counts.map(({ month }) => month))]
    const sum = (month, kind) => counts.filter((one) => one.month === month && one.kind === kind).reduce((all, { count }) => all + count, 0)
    if (months.length === 0) return nothing(t('usage.nothing'))
    const most = Math.max(1, ...months.flatMap((month) => KINDS.map((kind) => sum(month, kind))))
    return table(t('usage.byMonth'), [t('usage.month'), ...KINDS.map((kind) => t(`usage.kind.${kind}`))],
      months.map((month) => [monthText(month), ...KINDS.map((kind) => bar(sum(month, kind), most))]))
  }

  function byAttribute(counts) {
    const sums = new Map()
    for (const { kind, attribute, count } of counts) if (kind === 'filter') sums.set(attribute, (sums.get(attribute) ?? 0) + count)
    const rows = [...sums].sort((a, b) => b[1] - a[1])
    const titles = catalogue.layer('plot')?.attributes ?? []
    return rows.length === 0 ? '' : table(t('usage.byAttribute'), [t('usage.attribute'), t('usage.kind.search')],
      rows.map(([name, count]) => [pick(titles.find((one) => one.name === name)?.title) || name, bar(count, rows[0][1])]))
  }

  function byPlot(plots) {
    return plots.length === 0 ? '' : table(t('usage.byPlot'), [t('usage.plot'), ...KINDS.slice(1).map((kind) => t(`usage.kind.${kind}`))],
      plots.map(({ plotId, code, name, plotView, factSheet, inquiry }) => [
        code ? element('a', { href: `#place=map&lang=${language()}&feature=plot/${plotId}` }, name ?? code) : t('usage.gone', { id: plotId }),
        ...[plotView, factSheet, inquiry].map((count) => number(count ?? 0, 0))]))
  }
}

/** The number, and a bar behind it that says the same to the eye. */
function bar(count, most) {
  const drawn = element('span', { class: 'usage-bar', 'aria-hidden': 'true' })
  drawn.style.inlineSize = `${(100 * count) / most}%`
  return element('span', { class: 'usage-cell' }, number(count, 0), drawn)
}

const table = (caption, heads, rows) => element('div', { class: 'table-frame', tabindex: '0', role: 'group', 'aria-label': caption }, element('table', { class: 'desk-table usage-table' },
  element('caption', {}, caption), element('thead', {}, element('tr', {}, ...heads.map((head) => element('th', { scope: 'col' }, head)))),
  element('tbody', {}, ...rows.map(([head, ...cells]) => element('tr', {}, element('th', { scope: 'row' }, head), ...cells.map((cell) => element('td', {}, cell)))))))

const monthText = (day) => new Intl.DateTimeFormat(language(), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))

function monthsAgo(count, today = new Date()) {
  return new Date(Date.UTC(today.getFullYear(), today.getMonth() - count, 1)).toISOString().slice(0, 7)
}
