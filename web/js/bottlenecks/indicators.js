import { number } from '../text/format.js'
import { t } from '../text/text.js'
import { element } from '../panels/markup.js'

/** What was found, in figures. */
export function indicators({ register, texts, signal }) {
  const root = element('section', { class: 'bn-indicators', 'aria-label': t('bn.indicators') })
  register.watch(({ answer }) => root.replaceChildren(...(answer && answer.total > 0 ? figures(answer.indicators, answer.total) : [])), signal)
  return root

  function figures({ byType, byStatus, bySeverity, costEur, costsKnown, fundedEur, fundedPercent, worksUntil }, total) {
    const money = element('dl', { class: 'bn-figures' },
      figure(t('bn.cost'), texts.euros(costEur), t('bn.cost.known', { count: costsKnown, total: number(total) })),
      figure(t('bn.funded'), texts.euros(fundedEur), fundedPercent == null ? '' : t('bn.funded.share', { percent: number(fundedPercent, 1) })),
      figure(t('bn.works'), worksUntil.length > 0 ? worksUntil.map(({ value, number: works }) => `${value}: ${works}`).join(', ') : t('bn.unknown'), ''))
    return [money, element('details', { class: 'bn-fold' }, element('summary', {}, element('span', {}, t('bn.spread'))),
      bars(t('bn.filter.type'), byType, texts.type), bars(t('bn.filter.status'), byStatus, texts.status), bars(t('bn.filter.severity'), bySeverity, texts.severity))]
  }

  function bars(title, counts, name) {
    const most = Math.max(...counts.map((count) => count.number))
    return element('table', { class: 'bn-bars' }, element('caption', {}, title), element('tbody', {}, ...counts.map((count) => element('tr', {},
      element('th', { scope: 'row' }, name(count.value)), element('td', {}, meter(count.number, most), element('span', {}, number(count.number)))))))
  }
}

const figure = (title, value, note) => element('div', {}, element('dt', {}, title), element('dd', {}, value, note && element('span', { class: 'bn-note' }, note)))

/** A bar beside its number, for who sees it. */
const meter = (value, most) => element('meter', { min: '0', max: String(most), value: String(value), 'aria-hidden': 'true' })
