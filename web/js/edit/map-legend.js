import { element } from '../panels/markup.js'
import { t } from '../text/text.js'

/** What the lines on the map mean. */
export const mapLegend = () => element('ul', { class: 'diff-legend' }, ...['before', 'after', 'added', 'removed'].map((kind) =>
  element('li', {}, element('span', { class: `diff-sign is-${kind}`, 'aria-hidden': 'true' }), t(`diff.legend.${kind}`))))
