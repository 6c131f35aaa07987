const SPRITES = '/webjars/bootstrap-italia/dist/svg/sprites.svg'
const OWN = new Set(['layers', 'home']) // what Bootstrap Italia does not draw
const SVG = 'http://www.w3.org/2000/svg'

/**
 * Makes an element. Attributes are set as they are (true = present, false/null = absent), `on` holds listeners;
 * children are nodes or text, so data never becomes markup.
 */
export function element(name, { on = {}, ...attributes } = {}, ...children) {
  const made = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(attribute, '')
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(attribute, value)
  }
  for (const [event, listener] of Object.entries(on)) made.addEventListener(event, listener)
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false))
  return made
}

/** A decorative icon of Bootstrap Italia; the control that holds it carries the name. */
export function icon(name, size = 'sm') {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('class', `icon icon-${size}`)
  svg.setAttribute('aria-hidden', 'true')
  svg.setAttribute('focusable', 'false')
  const use = document.createElementNS(SVG, 'use')
  use.setAttribute('href', OWN.has(name) ? `/icons.svg#${name}` : `${SPRITES}#it-${name}`)
  svg.append(use)
  return svg
}

/** A button that shows only an icon and is named by its label. */
export const iconButton = (label, iconName, onClick, attributes = {}) =>
  element('button', { type: 'button', class: 'icon-button', 'aria-label': label, title: label, ...attributes, on: { click: onClick } }, icon(iconName))

export const textButton = (label, iconName, onClick, attributes = {}) =>
  element('button', { type: 'button', class: 'text-button', ...attributes, on: { click: onClick } }, iconName && icon(iconName), element('span', {}, label))

/** Head of a panel: its title and the button that closes it. */
export const panelHead = (title, closeLabel, onClose, ...extra) =>
  element('div', { class: 'panel-head' }, element('h2', { class: 'panel-title', tabindex: '-1' }, title), ...extra, iconButton(closeLabel, 'close', onClose))

/** The three faces of something that is fetched. */
export const waiting = (text) => element('p', { class: 'state state-wait' }, element('span', { class: 'spinner', 'aria-hidden': 'true' }), text)
export const nothing = (text) => element('p', { class: 'state' }, text)
export const failure = (text, retryLabel, onRetry) =>
  element('div', { class: 'state state-error', role: 'alert' }, icon('error'), element('p', {}, text), textButton(retryLabel, 'refresh', onRetry))
