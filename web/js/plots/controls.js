import { readAmount } from '../text/amount.js'
import { number } from '../text/format.js'
import { language, t } from '../text/text.js'
import { element, textButton } from '../panels/markup.js'

const SHOWN = 8 // choices of an open list before somebody asks for more
const MOST_SHOWN = 60 // each may have to be asked for its name

/**
 * Controls of the form, one per kind of field: {root, show(value, isOwn), count(facet)}. `put(value)` is called when somebody has changed
 * it; show() is told whether it was changed here, since then what is just being typed is left alone.
 */
export const CONTROLS = { range: rangeControl, codes: choicesControl, list: choicesControl, flag: flagControl, day: dayControl, words: wordsControl }

const idOf = (field, part) => `plots-${field.key}${part ? `-${part}` : ''}`
const hintOf = (field, texts) => texts.helpOf(field.key) && element('p', { class: 'field-hint' }, texts.helpOf(field.key))
export const setText = (input, text, isOwn) => !(isOwn && input === document.activeElement) && (input.value = text)

/** «also where it is not known», offered where a facet counts such plots. */
function unknownBox(field, onChange) {
  const box = element('input', { type: 'checkbox', id: idOf(field, 'unknown'), on: { change: onChange } })
  const tally = element('span', { class: 'tally' })
  const root = element('div', { class: 'choice-row choice-unknown', hidden: true }, box, element('label', { for: box.id }, t('plots.alsoUnknown'), tally))
  return {
    box,
    root,
    count(facet) {
      tally.textContent = facet ? number(facet.unknown, 0) : ''
      root.hidden = !box.checked && !(facet?.unknown > 0)
    },
  }
}

function rangeControl(field, texts, put) {
  const unit = texts.attribute(field.key)?.unit ?? ''
  const ends = (field.only ? [field.only] : ['min', 'max']).map((end) => [end, input(end)])
  const unknown = unknownBox(field, changed)
  const fault = element('p', { class: 'field-fault', id: idOf(field, 'fault'), role: 'alert' })
  const root = element('fieldset', { class: 'plots-field', 'data-key': field.key }, element('legend', {}, texts.titleOf(field.key), unit && !field.only && ` (${unit})`),
    element('div', { class: 'range-row' }, ...ends.map(([end, control]) => element('div', { class: 'range-end' },
      element('label', { for: control.id }, t(`plots.end.${field.only ? 'only.' : ''}${end}`)), control, field.only && element('span', { class: 'unit' }, unit)))),
    hintOf(field, texts), fault, unknown.root)

  function input(end) {
    return element('input', { type: 'text', inputmode: 'decimal', autocomplete: 'off', class: 'field', id: idOf(field, end), 'aria-describedby': idOf(field, 'fault'), on: { input: changed, change: changed } })
  }

  function changed() {
    const read = ends.map(([end, control]) => [end, readAmount(control.value, language(), unit), control])
    for (const [, value, control] of read) value === null ? control.setAttribute('aria-invalid', 'true') : control.removeAttribute('aria-invalid')
    fault.textContent = read.some(([, value]) => value === null) ? t('plots.noAmount') : ''
    if (fault.textContent) return
    const value = Object.fromEntries(read.filter(([, one]) => one !== undefined).map(([end, one]) => [end, one]))
    if (unknown.box.checked && Object.keys(value).length > 0) value.unknown = true
    put(value)
  }

  return {
    root,
    show(value, isOwn) {
      for (const [end, control] of ends) {
        setText(control, value?.[end] === undefined ? '' : number(value[end], 6), isOwn)
        if (!isOwn || control !== document.activeElement) control.removeAttribute('aria-invalid')
      }
      if (!root.querySelector('[aria-invalid]')) fault.textContent = ''
      unknown.box.checked = value?.unknown === true
      unknown.box.disabled = value === undefined
    },
    count(facet) {
      unknown.count(facet)
      for (const [end, control] of ends) control.placeholder = typeof facet?.[end] === 'number' ? number(facet[end], 2) : ''
    },
  }
}

function choicesControl(field, texts, put, { codes }) {
  const rows = new Map()
  const unknown = unknownBox(field, changed)
  const holder = element('ul', { class: 'choices' })
  const more = textButton(t('plots.moreChoices'), 'plus', () => { most = MOST_SHOWN; arrange() }, { hidden: true })
  const root = element('fieldset', { class: 'plots-field', 'data-key': field.key }, element('legend', {}, texts.titleOf(field.key)), holder, more, unknown.root)
  let chosen = []
  let facet = null
  let most = SHOWN

  function row(value) {
    const title = facet?.values?.find((one) => String(one.value) === value)?.title
    if (rows.has(value)) return rows.get(value)
    const box = element('input', { type: 'checkbox', id: idOf(field, value.replace(/[^\w-]/g, '_')), value, on: { change: changed } })
    const tally = element('span', { class: 'tally' })
    const made = { box, tally, root: element('li', { class: 'choice-row' }, box, element('label', { for: box.id }, element('span', {}, texts.choice(field.key, value, title)), tally)) }
    rows.set(value, made)
    return made
  }

  function changed() {
    put({ values: [...rows.values()].filter(({ box }) => box.checked).map(({ box }) => box.value), ...(unknown.box.checked ? { unknown: true } : {}) })
  }

  // Code lists keep their order; open lists begin with what is most.
  function arrange() {
    const counts = new Map((facet?.values ?? []).map(({ value, count }) => [String(value), count]))
    const others = [...counts.keys()].filter((value) => !codes.includes(value))
    const offered = [...codes, ...others, ...chosen.filter((value) => !codes.includes(value) && !counts.has(value))]
    const shown = offered.length <= most + 2 ? offered : offered.filter((value, i) => i < most || chosen.includes(value))
    const wanted = shown.map(row)
    for (const { box, tally, root: line } of wanted) {
      box.checked = chosen.includes(box.value)
      tally.textContent = facet ? number(counts.get(box.value) ?? 0, 0) : ''
      line.classList.toggle('is-none', facet !== null && !counts.has(box.value))
    }
    if (wanted.some(({ root: line }, i) => holder.children[i] !== line) || holder.children.length !== wanted.length) {
      const focused = holder.contains(document.activeElement) ? document.activeElement : null
      holder.replaceChildren(...wanted.map(({ root: line }) => line))
      focused?.focus({ preventScroll: true })
    }
    more.hidden = shown.length === offered.length || most === MOST_SHOWN
    root.hidden = offered.length === 0
  }

  return {
    root,
    show(value) {
      chosen = value?.values ?? []
      unknown.box.checked = value?.unknown === true
      arrange()
    },
    count(found) {
      facet = found ?? null
      unknown.count(facet)
      arrange()
    },
  }
}

function flagControl(field, texts, put) {
  const box = element('input', { type: 'checkbox', id: idOf(field), on: { change: () => put(box.checked) } })
  const tally = element('span', { class: 'tally' })
  return {
    root: element('div', { 'data-key': field.key }, element('div', { class: 'choice-row' }, box, element('label', { for: box.id }, element('span', {}, texts.titleOf(field.key)), tally)), hintOf(field, texts)),
    show: (value) => (box.checked = value === true),
    count: (facet) => (tally.textContent = facet ? number(facet.values?.find(({ value }) => String(value) === 'true')?.count ?? 0, 0) : ''),
  }
}

function dayControl(field, texts, put) {
  const input = element('input', { type: 'date', class: 'field', id: idOf(field), min: '2000-01-01', max: '2200-12-31', on: { change: changed } })
  const unknown = unknownBox(field, changed)

  function changed() {
    if (!input.validity.badInput) put({ by: input.value, ...(unknown.box.checked ? { unknown: true } : {}) })
  }

  return {
    root: element('div', { class: 'plots-field', 'data-key': field.key }, element('label', { for: input.id }, t('plots.dayBy', { field: texts.titleOf(field.key) })), input, unknown.root),
    show(value, isOwn) {
      setText(input, value?.by ?? '', isOwn)
      unknown.box.checked = value?.unknown === true
      unknown.box.disabled = value === undefined
    },
    count: (facet) => unknown.count(facet),
  }
}

function wordsControl(field, texts, put) {
  const input = element('input', { type: 'search', class: 'field', id: idOf(field), autocomplete: 'off', on: { input: () => put(input.value) } })
  return {
    root: element('div', { class: 'plots-field', 'data-key': field.key }, element('label', { for: input.id }, texts.titleOf(field.key)), input,
      element('p', { class: 'field-hint' }, t('plots.words.hint'))),
    show: (value, isOwn) => setText(input, value ?? '', isOwn),
    count: () => {},
  }
}
