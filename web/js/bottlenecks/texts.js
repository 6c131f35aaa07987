import { day, number, withUnit } from '../text/format.js'
import { pick, t } from '../text/text.js'

/** What values of the register are called. */
export function createTexts({ catalogue }) {
  const titleOf = (list, value) => pick(catalogue.codeTitle(list, value)) || value
  return {
    type: (value) => (value ? titleOf('bottleneck_type', value) : t('bn.unknown')),
    status: (value) => (value ? titleOf('bottleneck_status', value) : t('bn.unknown')),
    severity: (value) => (value ? t('bn.severity', { value }) : t('bn.severity.unknown')),
    kind: (value) => titleOf('gateway_kind', value),
    layer: (id) => pick(catalogue.layer(id)?.title),
    euros: (value) => (value == null ? t('bn.unknown') : withUnit(value, '€')),
    day: (value) => (value ? day(value) : t('bn.unknown')),
    types: () => catalogue.codes('bottleneck_type').map(({ value, title }) => [value, pick(title)]),
    statuses: () => catalogue.codes('bottleneck_status').map(({ value, title }) => [value, pick(title)]),
    /** Seconds as minutes; a dash where none is known. */
    minutes: (seconds) => (seconds == null ? '–' : withUnit(Math.round(seconds / 6) / 10, 'min')),
    number,
  }
}
