import { number } from '../text/format.js'
import { has, pick, t } from '../text/text.js'
import { element } from '../panels/markup.js'
import { isWritten } from '../state/edit.js'
import { findReferenceSystems, nameOfReferenceSystem } from './crs.js'
import { layerIdOf } from './draft.js'
import { choice, input, labelled, notice, primary } from './forms.js'
import { sizeText } from './problems.js'
import { discardButton } from './discard.js'
import { missingChoices, sourceLayerOf } from './steps.js'

const GEOMETRIES = ['point', 'line', 'polygon']

/** What the file is, and the choices nobody can make for the person: which layer, where to, in which reference system. */
export function sourceStep(parts) {
  const { load, draft, keep, go, catalogue, territories, account } = parts
  const { inspection } = load
  const whereTo = element('div')
  const system = element('div')
  const next = primary(t('source.next'), { id: 'to-mapping' }, () => go('mapping'))
  const why = element('p', { class: 'field-hint', role: 'status' })

  function changed({ forgetMapping = false } = {}) {
    if (forgetMapping) Object.assign(draft, { mapping: null, values: {} })
    keep()
    const missing = missingChoices(draft, load)
    next.disabled = missing.length > 0
    why.textContent = missing.length > 0 ? t(`source.missing.${missing[0]}`) : ''
  }

  function sourceLayers() {
    if (inspection.layers.length === 1) return layerFacts(inspection.layers[0])
    return element('fieldset', { class: 'choices' }, element('legend', {}, t('source.layers', { count: inspection.layers.length })),
      ...inspection.layers.map((layer, i) => {
        const box = element('input', {
          type: 'radio', name: 'source-layer', id: `source-layer-${i}`, checked: layer.name === draft.sourceLayer, on: {
            change: () => {
              draft.sourceLayer = layer.name
              showSystem()
              changed({ forgetMapping: true })
            },
          },
        })
        return element('div', { class: 'choice-card' }, box, element('label', { for: box.id }, element('strong', {}, layer.name), ' ', element('span', {}, factsOf(layer))))
      }))
  }

  function showWhereTo() {
    const own = territories.list.filter(({ code }) => !account.territory || code === account.territory)
    const target = choice([['', t('source.choose')], ['*', t('source.newLayer')],
      ...catalogue.groups.map((group) => ({ label: pick(group.title), options: group.layers.filter(isWritten).map(({ id, title }) => [id, pick(title)]) }))],
    draft.newLayer ? '*' : draft.layer, {
      id: 'target-layer', on: {
        change: () => {
          draft.newLayer = target.value === '*' ? { id: layerIdOf(titleOf(load.fileName)), title: { it: titleOf(load.fileName), en: titleOf(load.fileName) } } : null
          draft.layer = target.value && target.value !== '*' ? target.value : null
          changed({ forgetMapping: true })
          showWhereTo()
          whereTo.querySelector('#target-layer').focus()
        },
      },
    })
    const territory = choice([...(account.territory ? [] : [['', t('source.anyTerritory')]]), ...own.map(({ code, name }) => [code, name])], draft.territory ?? '', {
      on: { change: () => { draft.territory = territory.value || null; changed() } } })
    whereTo.replaceChildren(element('div', { class: 'field-pair' }, labelled(t('source.target'), target, t('source.targetHint')),
      labelled(t('territory.label'), territory, t('source.territoryHint'))), ...(draft.newLayer ? [newLayerFields()] : []))
  }

  function newLayerFields() {
    const { newLayer } = draft
    const id = input({ value: newLayer.id, pattern: '[a-z][a-z0-9_]{0,40}', spellcheck: 'false', on: { input: () => { newLayer.id = id.value; idIsOwn = true; changed() } } })
    let idIsOwn = false
    const title = (language) => {
      const field = input({
        value: newLayer.title[language], on: {
          input: () => {
            newLayer.title[language] = field.value
            if (language === 'it' && !idIsOwn) id.value = newLayer.id = layerIdOf(field.value)
            changed()
          },
        },
      })
      return field
    }
    return element('div', { class: 'new-layer' }, element('div', { class: 'field-pair' },
      labelled(t('newLayer.titleIt'), title('it')), labelled(t('newLayer.titleEn'), title('en'))), labelled(t('newLayer.id'), id, t('newLayer.idHint')))
  }

  function showSystem() {
    const crs = sourceLayerOf(draft, load)?.crs
    if (!crs) return system.replaceChildren(element('p', { class: 'state' }, t('crs.first')))
    const chooser = element('div', { class: 'systems', role: 'radiogroup', 'aria-label': t('crs.label') })
    const words = input({ type: 'search', placeholder: t('crs.placeholder'), on: { input: () => list() } })
    const list = () => {
      const found = findReferenceSystems(words.value, (code) => noteOf(code))
      chooser.replaceChildren(...found.map(([code, name]) => {
        const box = element('input', { type: 'radio', name: 'crs', id: `crs-${code}`, checked: Number(draft.crs) === code, on: { change: () => { draft.crs = code; changed() } } })
        return element('div', { class: 'system' }, box, element('label', { for: box.id }, element('strong', {}, `EPSG:${code}`), ' ', name, noteOf(code) && element('span', {}, noteOf(code))))
      }), ...(found.length === 0 ? [element('p', { class: 'state' }, t('crs.nothing'))] : []))
    }
    list()
    const choose = [labelled(t('crs.search'), words), chooser]
    if (crs.epsg) {
      const other = element('details', { class: 'system-other', open: Boolean(draft.crs) }, element('summary', {}, t('crs.other')), ...choose)
      other.addEventListener('toggle', () => {
        if (other.open || !draft.crs) return
        draft.crs = null
        list()
        changed()
      })
      system.replaceChildren(notice('good', element('strong', {}, t('crs.found', { code: crs.epsg, name: crs.name ?? nameOfReferenceSystem(crs.epsg) ?? '' })),
        element('p', {}, howText(crs))), other)
    } else {
      system.replaceChildren(notice('warning', element('strong', {}, t('crs.missing')), element('p', {}, t('crs.missingText')), crs.note && element('p', { class: 'server-note' }, crs.note)), ...choose)
    }
  }

  showWhereTo()
  showSystem()
  changed()
  return [
    element('p', { class: 'file-facts' }, t('source.facts', { format: inspection.format, size: sizeText(load.bytes ?? 0) })),
    (inspection.warnings ?? []).map((warning) => notice('warning', warning)),
    element('h2', {}, t('source.what')), sourceLayers(),
    element('h2', {}, t('crs.heading')), system,
    element('h2', {}, t('source.where')), whereTo,
    element('div', { class: 'button-row step-buttons' }, next, discardButton(parts), why),
  ]
}

const noteOf = (code) => (has(`crs.note.${code}`) ? t(`crs.note.${code}`) : '')

const titleOf = (fileName) => fileName.replace(/\.[^.]*$/, '').replace(/[_-]+/g, ' ').trim()

const howText = ({ how, note }) => [has(`crs.how.${String(how).toLowerCase()}`) ? t(`crs.how.${String(how).toLowerCase()}`) : '', note ?? ''].filter(Boolean).join(' ')

function factsOf({ features, geometryType, fields }) {
  const kind = GEOMETRIES.find((word) => String(geometryType ?? '').toLowerCase().includes(word))
  return [features !== null && features !== undefined && t('source.rows', { count: features, number: number(features, 0) }), kind ? t(`source.geometry.${kind}`) : t('source.geometry.other'),
    t('source.fields', { count: fields.length })].filter(Boolean).join(' · ')
}

function layerFacts(layer) {
  return element('div', { class: 'choice-card is-single' }, element('p', {}, element('strong', {}, layer.name), ' ', element('span', {}, factsOf(layer))),
    element('details', {}, element('summary', {}, t('source.fieldList')), element('ul', { class: 'field-list' }, ...layer.fields.map(({ name, type }) => element('li', {}, element('strong', {}, name), ' ', element('span', {}, has(`type.${type}`) ? t(`type.${type}`) : type))))))
}
