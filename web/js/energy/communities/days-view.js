import { t } from '../../text/text.js'
import { element, waiting } from '../../panels/markup.js'
import { segments } from '../../panels/fields.js'
import { lineChart } from './charts.js'
import { SEASONS, typicalDays } from './days.js'
import { problemText } from './problems.js'

const LINES = [['production', 'productionKwh'], ['withdrawn', 'withdrawnKwh'], ['shared', 'sharedKwh']]

/** The mean day of each season, hour by hour on the clock of the place; the hours come when somebody looks. */
export function daysFold({ book, results, signal }) {
  const place = element('div', { class: 'side-fold-body' })
  let season = 'summer'
  let days = null
  return element('details', { class: 'cm-fold', id: 'cm-fold-days', on: { toggle: ({ target }) => target.open && !days && load() } }, element('summary', {}, t('cm.days')), place)

  async function load() {
    place.replaceChildren(waiting(t('cm.computing')))
    try {
      const hourly = await results.hourly({ signal })
      const { year } = book.get()
      days = Object.fromEntries(LINES.map(([look, key]) => [look, typicalDays(hourly[key], year)]))
      show()
    } catch (problem) {
      if (!signal.aborted) place.replaceChildren(element('p', { class: 'cm-trouble', role: 'alert' }, problemText(problem)))
    }
  }

  function show() {
    const chart = element('div', {})
    const draw = () => chart.replaceChildren(lineChart({ title: t(`cm.season.${season}`), unit: 'kWh', groups: Array.from({ length: 24 }, (_, hour) => String(hour)), every: 3,
      lines: LINES.map(([look]) => ({ look, name: t(`cm.day.${look}`), values: days[look][season] })) }))
    const seasons = segments(t('cm.days'), SEASONS.map((one) => [one, t(`cm.season.${one}`)]), season, (one) => {
      season = one
      draw()
    })
    draw()
    place.replaceChildren(seasons.root, chart)
  }
}
