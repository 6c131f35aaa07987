import { t } from '../text/text.js'
import { element, textButton } from '../panels/markup.js'
import { CONTROLS } from './controls.js'
import { GROUPS } from './filter/conditions.js'
import { aroundControl, shapeControl } from './where.js'

const PAUSE_MS = 350
const ALL = { ...CONTROLS, shape: shapeControl, around: aroundControl }

/** The form of a search: groups that open and close, the most used first, and the question as CQL2 text for those who write it. */
export function searchForm({ store, catalogue, server, texts, questions, search, signal, onDrawing }) {
  const controls = new Map()
  const tallies = new Map()
  const pending = new Map() // what was changed since the last pause, by key
  let timer
  let isOwn = false // while the form itself changes what is looked for
  const advanced = advancedField()
  const form = element('form', { class: 'plots-form', novalidate: true, on: { submit: (event) => event.preventDefault() } }, ...GROUPS.map(groupPart), advanced.root)

  // typing is one step when it pauses, not one per letter
  function put(key, value) {
    pending.set(key, value)
    form.dataset.pending = 'true'
    clearTimeout(timer)
    timer = setTimeout(flush, PAUSE_MS)
  }

  function flush() {
    const changes = [...pending]
    pending.clear()
    delete form.dataset.pending
    if (signal.aborted) return
    isOwn = true
    questions.put(changes)
    isOwn = false
  }

  function groupPart({ id, open, fields }) {
    const offered = fields.filter((field) => NO_ATTRIBUTE.includes(field.key) || texts.known(field.key))
    if (offered.length === 0) return null
    const tally = element('span', { class: 'group-count' })
    tallies.set(id, { tally, keys: offered.flatMap(({ key, present }) => [key, present].filter(Boolean)) })
    return element('details', { class: 'plots-group', open, 'data-group': id },
      element('summary', {}, element('h3', {}, t(`plots.group.${id}`)), tally),
      element('div', { class: 'plots-group-body' }, id === 'access' && element('p', { class: 'field-hint' }, t('plots.access.hint')), ...offered.map(fieldPart)))
  }

  function fieldPart(field) {
    const codes = catalogue.codes(texts.attribute(field.key)?.codes).map(({ value }) => value)
    const control = ALL[field.kind](field, texts, (value) => put(field.key, value), { codes, store, server, signal, onDrawing })
    controls.set(field.key, control)
    if (!field.present) return control.root
    const flag = ALL.flag({ key: field.present, kind: 'flag' }, texts, (value) => put(field.present, value))
    controls.set(field.present, flag)
    return element('div', { class: 'utility' }, flag.root, control.root)
  }

  function advancedField() {
    const field = element('textarea', { id: 'plots-cql', class: 'field', rows: '4', spellcheck: 'false', autocapitalize: 'off', 'aria-describedby': 'plots-cql-hint plots-cql-fault' })
    const fault = element('p', { class: 'field-fault', id: 'plots-cql-fault', role: 'alert' })
    return {
      field,
      fault,
      root: element('details', { class: 'plots-group', 'data-group': 'advanced' }, element('summary', {}, element('h3', {}, t('plots.group.advanced'))),
        element('div', { class: 'plots-group-body' }, element('label', { for: field.id }, t('plots.cql.label')), field,
          element('p', { class: 'field-hint', id: 'plots-cql-hint' }, t('plots.cql.hint'), ' ', element('a', { href: '/ogc/collections/plot/queryables' }, t('plots.cql.queryables'))), fault,
          textButton(t('plots.cql.apply'), 'check', () => questions.write(field.value)))),
    }
  }

  store.watch((state) => state.search.filter, (filter) => {
    const { conditions } = questions.read()
    for (const [key, control] of controls) control.show(conditions[key], isOwn)
    for (const { tally, keys } of tallies.values()) {
      const active = keys.filter((key) => key in conditions).length
      tally.textContent = active > 0 ? t('plots.active', { count: active }) : ''
    }
    advanced.field.value = filter
  }, { signal })

  search.watch(({ status, facets, problem }) => {
    if (status === 'ready') for (const [key, control] of controls) control.count(facets.get(key))
    const refused = problem?.status === 400
    advanced.fault.textContent = refused ? (problem.detail ?? problem.title) : ''
    refused ? advanced.field.setAttribute('aria-invalid', 'true') : advanced.field.removeAttribute('aria-invalid')
    if (refused) advanced.root.open = true
  })

  return form
}

const NO_ATTRIBUTE = ['words', 'shape', 'around']
