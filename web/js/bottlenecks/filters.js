import { filterRegister, NO_REGISTER } from '../state/bottlenecks.js'
import { language, t } from '../text/text.js'
import { element, icon, textButton } from '../panels/markup.js'

const SORTS = ['-severity', 'priority_level', '-cost_eur', '-funded_eur', 'works_until', 'status', 'bottleneck_type', 'name', '-vehicles_per_day']

/** Which bottlenecks are listed, in which order, and the same as files. */
export function filterForm({ store, texts, territories, register, signal }) {
  const boxes = (key, offered) => element('fieldset', { class: 'bn-set' }, element('legend', {}, t(`bn.filter.${key}`)),
    element('div', { class: 'bn-choices' }, ...offered.map(([value, title]) => element('label', { class: 'bn-choice' },
      element('input', { type: 'checkbox', value, 'data-key': key, on: { change: () => store.change(filterRegister, { [key]: chosen(key) }) } }), title))))
  const select = (key, offered) => element('div', { class: 'field-group' }, element('label', { for: `bn-${key}` }, t(`bn.filter.${key}`)),
    element('select', { class: 'field', id: `bn-${key}`, 'data-select': key, on: { change: ({ target }) => store.change(filterRegister, { [key]: target.value }) } },
      ...offered.map(([value, title]) => element('option', { value }, title))))
  const any = ['', t('bn.any')]
  const from = euros('from')
  const to = euros('to')
  const files = element('ul', { class: 'menu-list' })
  const root = element('div', { class: 'bn-filters' },
    element('details', { class: 'bn-fold' }, element('summary', {}, icon('funnel'), element('span', {}, t('bn.filters')), element('span', { class: 'bn-active' })),
      boxes('type', texts.types()), boxes('severity', [5, 4, 3, 2, 1].map((value) => [String(value), texts.severity(value)])), boxes('status', texts.statuses()),
      element('div', { class: 'bn-pair' }, select('territory', [any, ...territories.list.map(({ code, name }) => [code, name])]),
        select('project', [any, ['yes', t('bn.project.yes')], ['no', t('bn.project.no')]]),
        select('funding', [any, ...['full', 'partial', 'none', 'unknown'].map((value) => [value, t(`bn.funding.${value}`)])])),
      element('fieldset', { class: 'bn-set' }, element('legend', {}, t('bn.filter.cost')), element('div', { class: 'bn-pair' }, from.group, to.group)),
      textButton(t('bn.filters.none'), 'close', () => store.change(filterRegister, { ...NO_REGISTER, sort: store.get().register.sort }))),
    element('div', { class: 'bn-tools' }, select('sort', SORTS.map((sort) => [sort, t(`bn.sort.${sort.replace('-', '')}`)])),
      element('details', { class: 'menu' }, element('summary', {}, icon('download'), element('span', {}, t('bn.export'))), element('div', { class: 'menu-body' }, files))))
  store.watch((state) => state.register, (wanted) => {
    for (const box of root.querySelectorAll('[data-key]')) box.checked = wanted[box.dataset.key].includes(box.value)
    for (const field of root.querySelectorAll('[data-select]')) field.value = wanted[field.dataset.select]
    const [least = '', most = ''] = wanted.cost.split('..')
    if (document.activeElement !== from.input) from.input.value = least
    if (document.activeElement !== to.input) to.input.value = most
    const active = Object.entries(wanted).filter(([key, value]) => key !== 'sort' && value.length > 0).length
    root.querySelector('.bn-active').textContent = active > 0 ? String(active) : ''
  }, { signal })
  register.watch(({ answer }) => files.replaceChildren(...(answer?.exports ?? []).filter(({ format }) => language() === 'it' || format !== 'csv-it')
    .map(({ format, href }) => element('li', {}, element('a', { href, rel: 'nofollow', download: '' }, icon('download', 'xs'), t(`download.format.${format}`))))), signal)
  return root

  function chosen(key) {
    return [...root.querySelectorAll(`[data-key=${key}]`)].filter((box) => box.checked).map((box) => box.value)
  }

  function euros(end) {
    const input = element('input', { type: 'text', inputmode: 'numeric', autocomplete: 'off', class: 'field', id: `bn-cost-${end}`, on: { change: put } })
    return { input, group: element('div', { class: 'field-group' }, element('label', { for: input.id }, t(`bn.cost.${end}`)), input) }
  }

  function put() {
    const [least, most] = [from, to].map(({ input }) => input.value.replace(/[^\d]/g, '').slice(0, 15))
    store.change(filterRegister, { cost: least || most ? `${least}..${most}` : '' })
  }
}
