import { element } from '../panels/markup.js'
import { t } from '../text/text.js'

const KEYS = ['arrows', 'fine', 'space', 'enter', 'backspace', 'escape', 'undo', 'next', 'delete', 'snap', 'trace', 'flip', 'zoom']

/** How to draw by keyboard, with the mouse and with a finger. */
export function help() {
  return element('details', { class: 'drawing-more drawing-help' }, element('summary', {}, t('drawing.help')),
    element('p', {}, t('drawing.help.mouse')), element('p', {}, t('drawing.help.touch')), element('p', {}, t('drawing.help.keys')),
    element('dl', {}, KEYS.flatMap((key) => [element('dt', {}, element('kbd', {}, t(`drawing.key.${key}`))), element('dd', {}, t(`drawing.does.${key}`))])))
}
