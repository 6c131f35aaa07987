import { element } from '../panels/markup.js'
import { t } from '../text/text.js'

/** Which plot this is, in what state, and its figures. */
export function head({ name, code, place, age, demonstration, description, figures }) {
  const where = [code, place.municipality?.name, place.zone?.name, place.address].filter(Boolean).join(' · ')
  return element('header', { class: 'plot-head' },
    element('p', { class: 'plot-where' }, where),
    element('h1', { class: 'place-title', tabindex: '-1' }, name),
    element('p', { class: 'badges' },
      demonstration && element('span', { class: 'tag tag-demonstration' }, t('demonstration.short')),
      element('span', { class: `tag tag-${age.state === 'fresh' ? 'fresh' : 'old'}` }, age.text)),
    description && element('p', { class: 'place-text' }, description),
    element('dl', { class: 'plot-figures' }, ...figures.map(({ name: key, title, text, known }) =>
      element('div', { 'data-figure': key }, element('dt', {}, title), element('dd', { class: known ? null : 'not-known' }, text)))))
}
