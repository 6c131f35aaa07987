import { boxOf } from '../../api/territories.js'
import { lookAt } from '../../state/view.js'
import { t } from '../../text/text.js'
import { element } from '../../panels/markup.js'
import { choice, labelled } from '../../panels/fields.js'
import { problemText } from './problems.js'
import { describe, note } from './model.js'

/** Which territory, which year, and the primary-substation area that is worked in: by the list or by a click on the map. */
export function areaSection({ store, server, territories, book, areas, signal }) {
  const list = element('div', {})
  const said = element('p', { class: 'field-hint', role: 'status' })
  const root = element('div', { class: 'side-fold-body' })
  book.watch('shape', render, signal)
  areas.watch(showList, signal)
  render()
  return root

  function render() {
    const { territory, year, established } = book.get()
    const years = [...new Set([year, ...[-1, 0, 1].map((by) => new Date().getFullYear() + by)])].filter(Boolean).sort()
    root.replaceChildren(element('div', { class: 'side-fields' },
      labelled(t('cm.territory'), choice([['', t('cm.choose')], ...territories.list.map(({ code, name }) => [code, name])], territory, chooseTerritory, { id: 'cm-territory' })),
      labelled(t('cm.year'), choice(years.map((one) => [String(one), String(one)]), String(year), (value) => book.change(describe, { year: Number(value) }), { id: 'cm-year' })),
      labelled(t('cm.established'), dateField('cm-established', established, (value) => book.change(describe, { established: value })), t('cm.established.hint'))), list, said)
    showList()
    if (territory) areas.load(territory)
  }

  function chooseTerritory(code) {
    const box = territories.box(code)
    store.change(lookAt, box)
    book.reshape((scenario) => note(describe(scenario, { territory: code || null }), { substation: null }))
  }

  function showList() {
    const { territory, builder } = book.get()
    if (!territory) return list.replaceChildren(element('p', { class: 'field-hint' }, t('cm.area.first')))
    const { status, features, problem } = areas.result()
    if (status === 'waiting') return list.replaceChildren(element('p', { class: 'field-hint' }, t('cm.area.waiting')))
    if (status === 'failed') return list.replaceChildren(element('p', { class: 'cm-trouble', role: 'alert' }, problemText(problem)))
    const options = features.map(({ properties }) => [properties.code, [properties.code, properties.substation_name ?? properties.name].filter(Boolean).join(' · ')])
    const unknown = builder.substation && !features.some(({ properties }) => properties.code === builder.substation)
    list.replaceChildren(labelled(t('cm.area'), choice([['', t('cm.choose')], ...(unknown ? [[builder.substation, builder.substation]] : []), ...options], builder.substation,
      (code) => chooseArea(code || null), { id: 'cm-area' }), t(features.length === 0 ? 'cm.area.none' : 'cm.area.hint')))
  }

  function chooseArea(code) {
    book.reshape(note, { substation: code })
    const found = areas.find(code)
    if (found) store.change(lookAt, boxOf(found.geometry))
    said.textContent = code ? t('cm.area.chosen', { code }) : ''
  }
}

export function dateField(id, value, onChange) {
  const field = element('input', { type: 'date', id, value, min: '1990-01-01', max: '2100-12-31', on: { change: () => onChange(field.value || null) } })
  return field
}

/** The primary-substation areas of a territory, read once; what is wrong is told by `result()`. */
export function createAreas(server, signal) {
  let result = { status: 'waiting', features: [] }
  let asked = null
  const listeners = new Set()
  const put = (next) => {
    result = next
    for (const listener of listeners) listener()
  }
  return {
    result: () => result,
    find: (code) => result.features.find(({ properties }) => properties.code === code) ?? null,
    watch(listener, until) {
      listeners.add(listener)
      until.addEventListener('abort', () => listeners.delete(listener))
    },
    async load(territory) {
      if (asked === territory) return
      asked = territory
      put({ status: 'waiting', features: [] })
      try {
        const { features } = await server.features('primary_substation_area', { territory_code: territory, limit: 1000 }, { signal })
        features.sort((a, b) => a.properties.code.localeCompare(b.properties.code))
        if (asked === territory) put({ status: 'there', features })
      } catch (problem) {
        if (signal.aborted) return
        asked = null
        put({ status: 'failed', features: [], problem })
      }
    },
  }
}
