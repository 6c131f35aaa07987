import { element } from '../panels/markup.js'
import { t } from '../text/text.js'

/** The tools that a border can be followed with. */
const FOLLOWING = ['polygon', 'hole', 'line', 'cut']
const SVG = 'http://www.w3.org/2000/svg'

function sign(name) {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('class', 'icon')
  svg.setAttribute('aria-hidden', 'true')
  svg.setAttribute('focusable', 'false')
  const use = document.createElementNS(SVG, 'use')
  use.setAttribute('href', `/drawing.svg#${name}`)
  svg.append(use)
  return svg
}

/** A button with a sign and its name below it. */
const signButton = (label, name, onClick, attributes = {}) =>
  element('button', { type: 'button', class: 'drawing-button', title: label, ...attributes, on: { click: onClick } }, sign(name), element('span', {}, label))

/** The tools that the layer's kind of shape has; after one was chosen the map has the keyboard. */
export function toolButtons(drawing) {
  const buttons = drawing.tools.map((name) => signButton(t(`drawing.tool.${name}`), name, () => {
    drawing.tool(name)
    if (name !== 'edit') drawing.focus()
  }, { 'data-tool': name }))
  const root = element('div', { class: 'drawing-buttons', role: 'group', 'aria-label': t('drawing.tools') }, buttons)
  return [root, ({ tool }) => buttons.forEach((button) => button.setAttribute('aria-pressed', String(button.dataset.tool === tool)))]
}

/** Steps back and forward, and what helps while drawing. */
export function helpButtons(drawing) {
  const undo = signButton(t('drawing.undo'), 'undo', drawing.undo)
  const redo = signButton(t('drawing.redo'), 'redo', drawing.redo)
  const snap = signButton(t('drawing.snap'), 'snap', () => drawing.snap())
  const trace = signButton(t('drawing.trace'), 'trace', () => drawing.trace())
  const flip = signButton(t('drawing.flip'), 'flip', drawing.flip)
  const root = element('div', { class: 'drawing-buttons', role: 'group', 'aria-label': t('drawing.helps') }, undo, redo, snap, trace, flip)
  return [root, ({ canUndo, canRedo, snapping, tracing, tool }) => {
    disable(undo, !canUndo)
    disable(redo, !canRedo)
    snap.setAttribute('aria-pressed', String(snapping))
    trace.setAttribute('aria-pressed', String(tracing))
    trace.hidden = !FOLLOWING.includes(tool)
    flip.hidden = !tracing || trace.hidden
  }]
}

/** What can be done with what is being drawn or chosen just now. */
export function momentButtons(drawing) {
  const button = (label, iconClass, onClick) => element('button', { type: 'button', class: `text-button ${iconClass}`, on: { click: onClick } }, label)
  const finish = button(t('drawing.finish'), 'is-main', drawing.finish)
  const back = button(t('drawing.back'), '', drawing.back)
  const cancel = button(t('drawing.cancel'), '', drawing.cancel)
  let now = null
  const remove = button(t('drawing.removeVertex'), '', () => now.selected && drawing.remove(now.selected))
  const removePart = button(t('drawing.removePart'), '', () => now.selected && drawing.removePart(now.selected))
  const root = element('div', { class: 'button-row drawing-moment' }, finish, back, cancel, remove, removePart)
  return [root, (summary) => {
    now = summary
    const { sketch, canFinish, selected, picking, carried, byKeys, tool, shape } = summary
    finish.hidden = !sketch
    disable(finish, !canFinish)
    back.hidden = !sketch
    cancel.hidden = !sketch && !picking && !(carried && byKeys) && tool !== 'cut'
    remove.hidden = removePart.hidden = !selected
    const isHole = selected?.[1] > 0
    if (shape.length < 2 && !isHole) removePart.hidden = true
    removePart.textContent = t(isHole ? 'drawing.removeHole' : 'drawing.removePart')
  }]
}

/** A button that has the focus keeps it: what is not possible now is said, not taken away. */
const disable = (button, isOff) => button.setAttribute('aria-disabled', String(isOff))

export { signButton }
