import { element } from '../panels/markup.js'
import { language, t } from '../text/text.js'

/** The parts of a plot's page, each from what the server says of the plot; data become text, never markup. */
const part = (name, title, ...content) => element('section', { class: `plot-part plot-${name}`, 'aria-labelledby': `plot-${name}` },
  element('h2', { id: `plot-${name}` }, title), ...content)

const table = (label, heads, rows, name = '') => element('div', { class: 'plot-scroll', role: 'region', 'aria-label': label, tabindex: '0' },
  element('table', { class: `plot-table ${name}` },
    element('thead', {}, element('tr', {}, ...heads.map((head) => element('th', { scope: 'col' }, head)))),
    element('tbody', {}, ...rows)))

const row = (head, ...cells) => element('tr', {}, element('th', { scope: 'row' }, ...[head].flat()), ...cells)
const cell = (...content) => element('td', {}, ...content)
const value = (text, known) => element('strong', { class: known ? null : 'not-known' }, text)
const small = (...content) => element('p', { class: 'plot-small' }, ...content)

export const derived = ({ derived: quantities }) => part('derived', t('plot.derived'),
  table(t('plot.derived'), [t('plot.derived.what'), t('plot.derived.value'), t('plot.derived.formula')], quantities.map((quantity) =>
    row(quantity.title, cell(value(quantity.text, quantity.known)), cell(`${quantity.formula} = ${quantity.calculation}`)))))

export const checks = ({ constraints }) => part('checks', t('plot.constraints'), small(t('plot.constraints.rule')),
  table(t('plot.constraints'), [t('plot.constraints.layer'), t('plot.constraints.outcome')], constraints.map((check) =>
    row(check.title, cell(value(check.text, check.outcome !== 'no_data'),
      check.outcome === 'overlap' && element('meter', { min: 0, max: 100, value: check.percent, 'aria-hidden': 'true' }),
      ...check.parts.map((one) => element('div', {}, `${one.title}: ${one.text} – ${one.names.join(', ')}`)),
      ...check.near.map((one) => element('div', {}, `${one.text} – ${one.name}${one.title ? ` (${one.title})` : ''}`)),
      check.note && small(check.note),
      check.outcome !== 'no_data' && small(`${t('plot.constraints.data')}: ${check.data}`, check.demonstration && ` · ${t('demonstration.short')}`,
        check.licence && [' · ', element('a', { href: check.licence.href, rel: 'license' }, check.licence.name)]))))))

export const access = ({ access: { note, origin: from, demonstration, rows } }) => part('access', t('plot.access'), small(t('plot.access.rule')),
  note && element('p', {}, value(note, false)),
  rows.length > 0 && table(t('plot.access'), ['nearest', 'car', 'truck', 'road'].map((head) => t(`plot.access.${head}`)), rows.map((way) =>
    row([way.title, element('span', { class: 'plot-under' }, way.name)], cell(way.car), cell(value(way.truck, way.truckSeconds !== undefined)), cell(way.road)))),
  from && small(from, demonstration && ` · ${t('demonstration.short')}`))

export const fields = ({ sections }) => part('fields', t('plot.fields'), ...sections.map((section) => {
  const known = section.fields.filter((field) => field.known)
  const unknown = section.fields.filter((field) => !field.known)
  return element('section', { class: 'plot-section', 'aria-labelledby': `plot-section-${section.id}` },
    element('h3', { id: `plot-section-${section.id}` }, section.title),
    known.length > 0 && element('dl', { class: 'plot-list' }, ...known.map((field) => element('div', { class: 'field-row', 'data-attribute': field.name },
      element('dt', {}, field.title, field.help && element('span', { class: 'help' }, field.help)),
      element('dd', {}, field.lines.length > 0 ? element('ul', { class: 'items' }, ...field.lines.map((line) => element('li', {}, line))) : field.text)))),
    unknown.length > 0 && element('p', { class: 'plot-unknown' }, element('strong', {}, t('plot.unknown')), ': ', unknown.map(({ title }) => title).join(', ')))
}))

export function neighbours({ neighbours: around }) {
  const counts = ({ counts: tallies }) => tallies.map(({ text }) => cell(text))
  const kinds = (groups, named) => groups.map((group) => row(named(group), ...counts(group)))
  const heads = (first) => [first, ...around.rings.map((km) => `≤ ${km} km`)]
  return part('neighbours', t('plot.neighbours'), small(around.rule),
    around.loaded && table(t('plot.neighbours.byDivision'), heads(t('plot.neighbours.byDivision')),
      [row(value(t('plot.neighbours.all'), true), ...around.totals.map(({ text }) => cell(value(text, true)))), ...kinds(around.divisions, ({ code, title }) => [code, title].filter(Boolean).join(' '))], 'plot-counts'),
    around.loaded && table(t('plot.neighbours.bySize'), heads(t('plot.neighbours.bySize')), kinds(around.sizes, ({ title }) => title), 'plot-counts'),
    around.loaded && small(`${t('plot.constraints.data')}: ${around.data}`))
}

export const papers = ({ attachments }) => (attachments.length === 0 ? null : part('papers', t('plot.attachments'),
  element('ul', {}, ...attachments.map(({ title, href, kind }) => element('li', {}, element('a', { href, rel: 'external' }, title), ` (${t(`plot.paper.${kind === 'photo' ? 'photo' : 'document'}`)})`)))))

export const history = ({ history: entries }) => part('history', t('plot.history'),
  table(t('plot.history'), [t('plot.history.from'), t('plot.history.status'), t('plot.history.price')], entries.map((entry) =>
    row(entry.fromText, cell(entry.statusText), cell(entry.priceText)))))

export const origin = ({ origin: from, links, snapshot, at }) => part('origin', t('plot.origin'),
  element('dl', { class: 'plot-list' },
    fact(t('plot.origin.source'), from.text),
    from.licence && fact(t('plot.origin.licence'), element('a', { href: from.licence.href, rel: 'license' }, from.licence.name)),
    fact(t('plot.origin.data'), `${from.dataOn} (${at})`),
    fact(t('plot.origin.hash'), element('code', {}, snapshot)),
    fact(t('plot.sheet.permalink'), element('a', { href: links.sheet, hreflang: language() }, links.sheet))),
  small(t('plot.sheet.disclaimer')))

const fact = (title, ...content) => element('div', { class: 'field-row' }, element('dt', {}, title), element('dd', {}, ...content))
