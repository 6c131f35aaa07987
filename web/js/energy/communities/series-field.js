import { number } from '../../text/format.js'
import { t } from '../../text/text.js'
import { element, textButton } from '../../panels/markup.js'
import { energyText } from './amounts.js'
import { readSeries } from './series.js'

const MOST_BYTES = 5_000_000

/**
 * A CSV file of a year, read in the browser: what is wrong is listed by row and nothing of it is taken.
 *
 * @param parts {id, label, hint, year() , present: values or null, file: the name of the one that was read, negative, unit: 'kWh' or 'EUR/MWh', onRead({values, step, name}), onDrop()}
 */
export function seriesField({ id, label, hint, year, present, file, negative = false, sums = true, onRead, onDrop }) {
  const said = element('div', { class: 'cm-series-said', role: 'status' })
  const field = element('input', { type: 'file', id, class: 'field', accept: '.csv,.txt,text/csv', 'aria-describedby': `${id}-hint`, on: { change: take } })
  if (present) {
    said.replaceChildren(element('p', {}, t(sums ? 'cm.series.there' : 'cm.series.prices', { file: file ?? t('cm.series.unnamed'), count: number(present.length, 0),
      sum: energyText(present.reduce((sum, value) => sum + value, 0)) })), textButton(t('cm.series.drop'), 'close', onDrop))
  }
  return element('div', { class: 'side-field' }, element('label', { for: id }, label), field, element('p', { class: 'field-hint', id: `${id}-hint` }, hint), said)

  async function take() {
    const [chosen] = field.files
    if (!chosen) return
    if (chosen.size > MOST_BYTES) return refuse([t('cm.series.large', { most: number(MOST_BYTES / 1e6, 0) })], 0)
    const { values, step, problems, more } = readSeries(await chosen.text(), { year: year(), negative })
    if (problems.length > 0) refuse(problems.map(problemLine), more)
    else onRead({ values, step, name: chosen.name })
  }

  function refuse(lines, more) {
    said.replaceChildren(element('div', { class: 'cm-trouble', role: 'alert' }, element('p', {}, t('cm.series.refused')), element('ul', {}, ...lines.map((line) => element('li', {}, line))),
      more > 0 && element('p', {}, t('cm.series.more', { count: more }))))
    field.value = ''
  }
}

const problemLine = ({ row, kind, ...values }) => t(`cm.series.problem.${kind}`, { row: number(row, 0), ...values, ...(kind === 'count' ? { got: number(values.got, 0), hours: number(values.hours, 0), quarters: number(values.hours * 4, 0) } : {}) })
