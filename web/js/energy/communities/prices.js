import { number } from '../../text/format.js'
import { language, t } from '../../text/text.js'
import { element, textButton } from '../../panels/markup.js'
import { segments } from '../../panels/fields.js'
import { amountField } from './amounts.js'
import { describe, note, setParameter } from './model.js'
import { seriesField } from './series-field.js'

export const monthName = (month, style = 'short') => new Intl.DateTimeFormat(language(), { month: style, timeZone: 'UTC' }).format(new Date(Date.UTC(2026, month, 1)))

/** The price of the zone, constant, by month or by hour, and every figure that the result rests on, which can be replaced. */
export function pricesSection({ book, figures, signal }) {
  const prices = element('div', { class: 'side-fold-body' })
  const parameters = element('div', {})
  book.watch('shape', render, signal)
  book.watch('shape', showParameters, signal)
  render()
  showParameters()
  return element('div', { class: 'side-fold-body' }, element('p', { class: 'field-hint' }, t('cm.prices.hint')), prices, parameters)

  function render() {
    const { prices: given, builder } = book.get()
    const kind = 'hourly' in given ? 'hourly' : 'monthly' in given ? 'monthly' : 'constant'
    const kinds = segments(t('cm.prices'), ['constant', 'monthly', 'hourly'].map((one) => [one, t(`cm.prices.${one}`)]), kind, (one) =>
      book.reshape(describe, { prices: one === 'monthly' ? { monthly: Array(12).fill(given.constant ?? 110) } : one === 'hourly' ? { hourly: null } : { constant: 110 } }))
    prices.replaceChildren(kinds.root, ...(kind === 'constant' ? [amountField({ id: 'cm-price', label: t('cm.price'), unit: 'EUR/MWh', value: given.constant, least: -500, most: 4000, hint: t('cm.price.hint'), onChange: (constant) => book.change(describe, { prices: { constant } }) })]
      : kind === 'monthly' ? [element('div', { class: 'cm-months' }, ...given.monthly.map((price, month) => amountField({ id: `cm-price-${month}`, label: monthName(month), value: price, least: -500, most: 4000,
        onChange: (value) => book.change((scenario) => describe(scenario, { prices: { monthly: scenario.prices.monthly.map((one, m) => (m === month ? value : one)) } })) })))]
        : [seriesField({ id: 'cm-price-file', label: t('cm.price.file'), hint: t('cm.price.file.hint'), year: () => book.get().year, present: given.hourly, file: builder.files?.prices, negative: true, sums: false,
          onRead: ({ values, step, name }) => book.reshape((scenario) => note(describe(scenario, { prices: { hourly: step === 15 ? hourMeans(values) : values } }), { files: { ...scenario.builder.files, prices: name } })),
          onDrop: () => book.reshape(describe, { prices: { hourly: null } }) })]))
  }

  /** The server says which there are, with their values and sources. */
  function showParameters() {
    const known = figures?.parameters ?? []
    if (known.length === 0) return parameters.replaceChildren()
    const isOpen = parameters.querySelector('details')?.open
    parameters.replaceChildren(element('details', { class: 'cm-more', open: isOpen }, element('summary', {}, t('cm.parameters', { count: known.length })), element('p', { class: 'field-hint' }, t('cm.parameters.hint')),
      ...known.map(({ name, value, unit, source }) => {
        const own = book.get().parameters[name]
        return element('div', { class: 'cm-parameter' }, amountField({ id: `cm-parameter-${name}`, label: t(`cm.parameter.${name}`), unit: unit === '1' ? null : unit, value: own ?? value, hint: source, onChange: (chosen) => book.change(setParameter, name, chosen) }),
          own !== undefined && textButton(t('cm.parameter.default'), 'refresh', () => book.reshape(setParameter, name, null)))
      })))
  }
}

/** Prices of quarters as those of their hours. */
export const hourMeans = (quarters) => Array.from({ length: quarters.length / 4 }, (_, hour) => quarters.slice(hour * 4, hour * 4 + 4).reduce((sum, price) => sum + price, 0) / 4)
export const priceText = (price) => number(price, 2)
