import { number } from '../../text/format.js'
import { t } from '../../text/text.js'
import { element } from '../../panels/markup.js'

const SVG = 'http://www.w3.org/2000/svg'
const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [480, 250, 52, 10, 12, 34]
/** Fill, ink of the pattern, and the pattern: what differs in colour differs in pattern too. */
export const LOOKS = {
  production: ['#f0c419', '#6b5200', 'none'], self: ['#00734d', '#ffffff', 'diagonal'], shared: ['#0059b3', '#ffffff', 'dots'], injected: ['#d1d9e0', '#455b71', 'cross'],
  grid: ['#ffffff', '#a32638', 'lines'], withdrawn: ['#7a5c2e', '#ffffff', 'none'], target: ['#ffffff', '#17324d', 'cross'], computed: ['#f7f1a1', '#8a7d00', 'dots'],
  marked: ['#cfe0f5', '#0059b3', 'lines'], approved: ['#5c8fd6', '#ffffff', 'diagonal'], built: ['#17324d', '#ffffff', 'none'],
}
const DASHES = { production: '', shared: '7 4', withdrawn: '2 4', self: '12 4 2 4' }

let made = 0

/** A round step for about five lines up to `most`, and how many of them. */
export function niceScale(most) {
  if (!(most > 0)) return { step: 1, count: 1 }
  const rough = most / 5
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough - 1e-12) * power
  return { step, count: Math.ceil(most / step - 1e-9) }
}

/**
 * Bars over groups, stacked or side by side, with the same figures as a table below.
 *
 * @param groups their names @param bars [{look, name, values, stack}]: bars of the same stack lie on each other, values may be null for what is not
 * known; a twin looks like a bar before it and stands in the table only
 */
export function barChart({ title, unit, groups, bars, digits = 1, tableOpen = false }) {
  const stacks = [...new Set(bars.map(({ stack }) => stack))]
  const heightOf = (stack, g) => bars.filter((bar) => bar.stack === stack).reduce((sum, { values }) => sum + (values[g] ?? 0), 0)
  const most = Math.max(0, ...groups.flatMap((_, g) => stacks.map((stack) => heightOf(stack, g))))
  const { root, y, patterns } = frame(most, bars.map(({ look }) => look))
  const slot = (WIDTH - LEFT - RIGHT) / groups.length
  const wide = Math.min(36, (slot * 0.78) / stacks.length)
  groups.forEach((name, g) => {
    const middle = LEFT + slot * (g + 0.5)
    stacks.forEach((stack, s) => {
      let from = 0
      for (const bar of bars.filter((one) => one.stack === stack)) {
        const value = bar.values[g] ?? 0
        if (value <= 0) continue
        const x = middle + (s - stacks.length / 2) * wide
        const box = { x: x + 1, y: y(from + value), width: wide - 2, height: y(from) - y(from + value) }
        root.append(svg('rect', { ...box, fill: LOOKS[bar.look][0], stroke: '#17324d', 'stroke-width': 0.7 }))
        if (patterns[bar.look]) root.append(svg('rect', { ...box, fill: `url(#${patterns[bar.look]})` }))
        from += value
      }
    })
    root.append(svg('text', { x: middle, y: HEIGHT - BOTTOM + 16, 'text-anchor': 'middle', class: 'chart-label' }, name))
  })
  return figure({ title, unit, root, legend: bars.filter(({ twin }) => !twin).map(({ look, name }) => [swatch(look), name]), table: tableOf({ title, unit, groups, rows: bars, digits }), tableOpen })
}

/** Lines over groups, told apart by dashes; the figures as a table below. @param lines [{look, name, values}] */
export function lineChart({ title, unit, groups, lines, digits = 1, every = 1 }) {
  const { root, y } = frame(Math.max(0, ...lines.flatMap(({ values }) => values)), [])
  const slot = (WIDTH - LEFT - RIGHT) / groups.length
  for (const { look, values } of lines) {
    root.append(svg('polyline', { points: values.map((value, g) => `${(LEFT + slot * (g + 0.5)).toFixed(1)},${y(value).toFixed(1)}`).join(' '), fill: 'none',
      stroke: inkOf(look), 'stroke-width': 2.4, 'stroke-dasharray': DASHES[look] || null }))
  }
  groups.forEach((name, g) => g % every === 0 && root.append(svg('text', { x: LEFT + slot * (g + 0.5), y: HEIGHT - BOTTOM + 16, 'text-anchor': 'middle', class: 'chart-label' }, name)))
  return figure({ title, unit, root, legend: lines.map(({ look, name }) => [stroke(look), name]), table: tableOf({ title, unit, groups, rows: lines, digits }) })
}

const inkOf = (look) => (look === 'production' ? '#9a7400' : LOOKS[look][0])

function frame(most, looks) {
  const { step, count } = niceScale(most)
  const y = (value) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / (step * count))
  const root = svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, 'aria-hidden': 'true', focusable: 'false', class: 'chart' })
  const patterns = {}
  const defs = svg('defs', {})
  for (const look of looks) {
    const made = pattern(look)
    if (made) {
      patterns[look] = made.id
      defs.append(made)
    }
  }
  root.append(defs)
  for (let i = 0; i <= count; i++) {
    root.append(svg('line', { x1: LEFT, x2: WIDTH - RIGHT, y1: y(i * step), y2: y(i * step), stroke: i === 0 ? '#455b71' : '#d9dfe6' }),
      svg('text', { x: LEFT - 6, y: y(i * step) + 4, 'text-anchor': 'end', class: 'chart-label' }, number(i * step, 3)))
  }
  return { root, y, patterns }
}

function pattern(look) {
  const [, ink, kind] = LOOKS[look]
  if (kind === 'none') return null
  const tile = svg('pattern', { id: `chart-pattern-${++made}`, width: 7, height: 7, patternUnits: 'userSpaceOnUse' })
  const path = { diagonal: 'M-1,1 l2,-2 M0,7 l7,-7 M6,8 l2,-2', cross: 'M0,0 l7,7 M7,0 l-7,7', lines: 'M0,3.5 h7', dots: '' }[kind]
  if (kind === 'dots') tile.append(svg('circle', { cx: 3.5, cy: 3.5, r: 1.3, fill: ink }))
  else tile.append(svg('path', { d: path, stroke: ink, 'stroke-width': 1.1, fill: 'none' }))
  return tile
}

function swatch(look) {
  const sign = svg('svg', { viewBox: '0 0 22 14', width: 22, height: 14, 'aria-hidden': 'true' })
  const tile = pattern(look)
  sign.append(svg('rect', { x: 0.5, y: 0.5, width: 21, height: 13, fill: LOOKS[look][0], stroke: '#17324d' }))
  if (tile) sign.append(tile, svg('rect', { x: 0.5, y: 0.5, width: 21, height: 13, fill: `url(#${tile.id})` }))
  return sign
}

function stroke(look) {
  const sign = svg('svg', { viewBox: '0 0 28 14', width: 28, height: 14, 'aria-hidden': 'true' })
  sign.append(svg('line', { x1: 0, x2: 28, y1: 7, y2: 7, stroke: inkOf(look), 'stroke-width': 2.6, 'stroke-dasharray': DASHES[look] || null }))
  return sign
}

function figure({ title, unit, root, legend, table, tableOpen }) {
  return element('figure', { class: 'cm-chart' }, element('figcaption', {}, title, element('span', { class: 'cm-unit' }, ` (${unit})`)), root,
    element('ul', { class: 'cm-legend' }, ...legend.map(([sign, name]) => element('li', {}, sign, name))),
    element('details', { class: 'cm-table-fold', open: tableOpen }, element('summary', {}, t('cm.chart.table')), table))
}

function tableOf({ title, unit, groups, rows, digits }) {
  return element('div', { class: 'cm-scroll', tabindex: '0', role: 'region', 'aria-label': title }, element('table', { class: 'cm-table' },
    element('caption', { class: 'visually-hidden' }, `${title} (${unit})`),
    element('thead', {}, element('tr', {}, element('td'), ...rows.map(({ name }) => element('th', { scope: 'col' }, name)))),
    element('tbody', {}, ...groups.map((name, g) => element('tr', {}, element('th', { scope: 'row' }, name),
      ...rows.map(({ values }) => element('td', {}, values[g] === null || values[g] === undefined ? t('cm.none') : number(values[g], digits))))))))
}

function svg(name, attributes, text = null) {
  const made = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(key, value)
  if (text !== null) made.textContent = text
  return made
}
