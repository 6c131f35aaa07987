import { addWish, changeWish, dropWish, rankBy } from '../state/ranking.js'
import { number, valueText } from '../text/format.js'
import { pick, t } from '../text/text.js'
import { element, iconButton, textButton } from '../panels/markup.js'
import { isCountable, newWish, PRESETS } from './presets.js'

const MOST = 20

/** The criteria as controls: which, in which direction, how much they weigh, and what counts fully or not at all. */
export function criteriaForm({ store, catalogue, signal }) {
  const countable = catalogue.layer('plot').attributes.filter(isCountable)
  const known = (attribute) => countable.find(({ name }) => name === attribute)
  const list = element('div', { class: 'criteria' })
  const chooser = element('select', { id: 'ranking-add', class: 'field' })
  const add = textButton(t('ranking.add'), 'plus-circle', added)
  const reset = textButton(t('ranking.reset'), 'restore', () => { store.change(rankBy, []); chooser.focus() })
  const rows = new Map()
  const root = element('section', { class: 'ranking-form', 'aria-label': t('ranking.criteria') },
    element('div', { class: 'presets', role: 'group', 'aria-labelledby': 'ranking-presets' }, element('p', { id: 'ranking-presets' }, t('ranking.presets')),
      ...Object.entries(PRESETS).map(([name, wishes]) => textButton(t(`ranking.preset.${name}`), null, () => store.change(rankBy, wishes.filter(({ attribute }) => known(attribute)))))),
    list,
    element('div', { class: 'ranking-add' }, element('label', { for: 'ranking-add' }, t('ranking.choose')), element('div', { class: 'field-with-button' }, chooser, add)), reset)
  store.watch((state) => state.ranking.wishes.map(({ attribute }) => attribute), draw, { signal })
  store.watch((state) => state.ranking.wishes, (wishes) => wishes.forEach((wish) => rows.get(wish.attribute)?.show(wish)), { signal })

  function draw(attributes) {
    const focused = document.activeElement
    for (const attribute of [...rows.keys()]) if (!attributes.includes(attribute)) rows.delete(attribute)
    for (const attribute of attributes) if (!rows.has(attribute) && known(attribute)) rows.set(attribute, criterion(known(attribute)))
    list.replaceChildren(...attributes.filter((attribute) => rows.has(attribute)).map((attribute) => rows.get(attribute).root))
    if (root.contains(focused) && focused.isConnected) focused.focus()
    const free = countable.filter(({ name }) => !attributes.includes(name))
    chooser.replaceChildren(...catalogue.sections.filter(({ id }) => free.some(({ section }) => section === id)).map((section) => element('optgroup', { label: pick(section.title) },
      ...free.filter((one) => one.section === section.id).map(({ name, title }) => element('option', { value: name }, pick(title))))))
    add.disabled = attributes.length >= MOST
    reset.hidden = attributes.length === 0
  }

  function added() {
    const attribute = chooser.value
    store.change(addWish, newWish(attribute))
    rows.get(attribute)?.root.querySelector('input[type=range]').focus()
  }

  function criterion(attribute) {
    const { name } = attribute
    const title = pick(attribute.title)
    const put = (values) => store.change(changeWish, name, values)
    const id = (part) => `wish-${name}-${part}`
    const weigh = (event) => event.target.value !== '' && event.target.validity.valid && put({ weight: Number(event.target.value) })
    const slider = element('input', { type: 'range', id: id('weight'), min: '0', max: '100', step: '1', 'aria-label': t('ranking.weightOf', { title }), on: { input: weigh } })
    const exact = element('input', { type: 'number', id: id('exact'), class: 'field', min: '0', max: '100', step: 'any', inputmode: 'decimal', 'aria-label': t('ranking.weightOf', { title }), on: { input: weigh } })
    const direction = select(id('direction'), [['max', words(attribute, 'max')], ['min', words(attribute, 'min')]], (value) => put({ direction: value, worst: null, best: null, shape: 'linear' }))
    const worst = bound(attribute, id('worst'), 'worst')
    const best = bound(attribute, id('best'), 'best')
    const shape = select(id('shape'), [['linear', t('ranking.linear')], ['threshold', t('ranking.threshold')]], (value) => put({ shape: value }))
    const turn = element('span', { class: 'turn' })
    const required = element('input', { type: 'checkbox', id: id('required'), on: { change: () => put({ required: required.checked }) } })
    const fault = element('p', { class: 'field-fault', id: id('fault'), role: 'status' })
    const sentence = element('p', { class: 'sensitivity', 'data-sensitivity': name })
    const remove = iconButton(t('ranking.remove', { title }), 'close', () => { store.change(dropWish, name); chooser.focus() })

    function bound({ type, unit }, boundId, which) {
      const change = (control) => {
        if (!control.validity.valid) return
        put({ [which]: control.value === '' ? null : control.value })
      }
      if (type === 'boolean') return select(boundId, [['', t('ranking.extreme')], ['true', t('yes')], ['false', t('no')]], (value) => put({ [which]: value || null }))
      const control = element('input', { id: boundId, class: 'field', ...(type === 'date' ? { type: 'date' } : { type: 'number', step: 'any', inputmode: 'decimal' }), 'aria-describedby': id('fault'), on: { input: () => change(control) } })
      return control
    }

    return {
      root: element('fieldset', { class: 'criterion', 'data-criterion': name }, element('legend', {}, title, attribute.unit && element('span', { class: 'unit' }, attribute.unit), turn), remove,
        element('div', { class: 'weigh' }, slider, exact), sentence,
        element('details', { class: 'worth' }, element('summary', {}, t('ranking.worth')),
          element('div', { class: 'worth-fields' },
            element('div', { class: 'wide' }, element('label', { for: direction.id }, t('ranking.directionOf')), direction),
            element('div', {}, element('label', { for: worst.id }, t('ranking.worst')), worst), element('div', {}, element('label', { for: best.id }, t('ranking.best')), best),
            element('div', {}, element('label', { for: shape.id }, t('ranking.shape')), shape),
            element('div', { class: 'check' }, required, element('label', { for: required.id }, t('ranking.required')))), fault)),
      show(wish) {
        const own = document.activeElement
        if (own !== slider) slider.value = wish.weight
        if (own !== exact) exact.value = wish.weight
        direction.value = wish.direction
        turn.textContent = words(attribute, wish.direction)
        if (own !== worst) worst.value = wish.worst ?? ''
        if (own !== best) best.value = wish.best ?? ''
        shape.value = wish.shape
        required.checked = wish.required
        const wrong = faultOf(wish, attribute)
        fault.textContent = wrong ? t(`ranking.fault.${wrong}`) : ''
        for (const control of [worst, best]) wrong ? control.setAttribute('aria-invalid', 'true') : control.removeAttribute('aria-invalid')
      },
    }
  }

  /** Says at each criterion within which weights the first stays first, and where the bounds lie that nobody named. */
  function tell({ criteria, items }) {
    for (const { attribute, worst, best, sensitivity, unknown } of criteria) {
      const row = rows.get(attribute)?.root
      if (!row) continue
      const text = (value) => (value === null ? t('notKnown') : valueText(known(attribute), value, catalogue))
      row.querySelector('.sensitivity').textContent = sensitivity && items.length > 0 ? sentenceOf(items[0].name, sensitivity) : ''
      row.querySelector('summary').textContent = t('ranking.worthNow', { worst: text(worst), best: text(best) }) + (unknown > 0 ? ` · ${t('ranking.unknown', { count: unknown, number: number(unknown) })}` : '')
    }
  }

  return { root, tell, isSound: (wishes) => wishes.every((wish) => known(wish.attribute) && !faultOf(wish, known(wish.attribute))) && wishes.some(({ weight }) => weight > 0) }
}

function sentenceOf(name, { from, to, below, above }) {
  const range = { name, from: number(from, 1), to: number(to, 1) }
  const first = !below && !above ? t('ranking.stays.always', range) : !below ? t('ranking.stays.upTo', range) : !above ? t('ranking.stays.above', range) : t('ranking.stays.between', range)
  return [first, below && t('ranking.leads.below', { name: below.name }), above && t('ranking.leads.above', { name: above.name })].filter(Boolean).join(' ')
}

/** What keeps a wish from being used: bounds the wrong way round, or a threshold without its bound. */
function faultOf({ direction, worst, best, shape }, { type }) {
  const value = (text) => (type === 'date' ? Date.parse(text) : type === 'boolean' ? Number(text === 'true') : Number(text))
  if (worst !== null && best !== null && (direction === 'max' ? value(worst) > value(best) : value(worst) < value(best))) return 'turned'
  return shape === 'threshold' && best === null ? 'best' : null
}

function words({ type }, direction) {
  if (type === 'boolean') return t(`ranking.yesNo.${direction}`)
  return type === 'date' ? t(`ranking.date.${direction}`) : t(`ranking.direction.${direction}`)
}

function select(id, options, put) {
  const control = element('select', { id, class: 'field', on: { change: () => put(control.value) } }, ...options.map(([value, text]) => element('option', { value }, text)))
  return control
}
