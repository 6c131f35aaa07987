import { t } from '../text/text.js'
import { element } from '../panels/markup.js'

/** Beside what rests on a rule set that nobody has confirmed. */
export const toBeConfirmed = () => element('span', { class: 'tag energy-draft' }, t('energy.toBeConfirmed'))
