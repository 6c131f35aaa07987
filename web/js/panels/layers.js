import { pageOf } from '../api/server.js'
import { inScale, tileZoom } from '../state/catalogue.js'
import { legendRows } from '../state/style.js'
import { mayDraw, proposeNew } from '../state/edit.js'
import { chooseTerritory, fadeLayer, hideLayer, isVisible, lookAt, opacityOf, openList, showLayer, toggleLayers, useBasemap } from '../state/view.js'
import { swatch } from '../map/swatch.js'
import { number } from '../text/format.js'
import { language, pick, t } from '../text/text.js'
import { downloadPart } from './download.js'
import { element, icon, iconButton, panelHead, textButton } from './markup.js'

/** The layer tree: what is shown, how strongly, what its signs mean and where it comes from; and the choice of territory. */
export function layersPanel({ root, store, catalogue, settings, territories, signal }) {
  const rows = new Map()
  const opened = new Set()
  const folded = new Map() // group → whether somebody has left it open
  const place = element('div', {})

  store.watch((state) => [state.language, state.session?.account?.username], render, { signal })
  store.watch((state) => state.layersOpen, (open) => (root.hidden = !open), { signal })
  store.watch((state) => [state.layers, state.view.zoom, state.territory], update, { signal, now: false })
  territories.ready.then(() => place.replaceChildren(territoryField() ?? '')) // and nothing else is written anew under the hands of who is here already

  function render() {
    rows.clear()
    place.replaceChildren(territoryField() ?? '')
    root.replaceChildren(
      panelHead(t('layers.heading'), t('layers.close'), () => {
        store.change(toggleLayers, false)
        document.getElementById('layers-button')?.focus()
      }),
      element('div', { class: 'panel-body' }, place, ...catalogue.groups.map(groupPart), basemapField()),
    )
    update()
  }

  function territoryField() {
    if (territories.list.length === 0) return null
    const field = element('select', { id: 'territory', class: 'field', on: { change: () => choose(field.value) } },
      element('option', { value: '' }, t('territory.all')),
      ...territories.list.map(({ code, name }) => element('option', { value: code }, name)))
    field.value = store.get().territory ?? ''
    return element('div', { class: 'field-group territory-field' }, element('label', { for: 'territory' }, t('territory.label')), field)
  }

  function choose(code) {
    store.change(chooseTerritory, code)
    store.change(lookAt, territories.box(code))
  }

  function groupPart(group) {
    const isOpen = folded.get(group.id) ?? group.layers.some((layer) => layer.kind === 'core' || isVisible(store.get(), layer.id))
    return element('details', { class: 'layer-group', open: isOpen, on: { toggle: ({ target }) => target.matches('.layer-group') && target.isConnected && folded.set(group.id, target.open) } },
      element('summary', {}, element('h3', {}, pick(group.title)), element('span', { class: 'group-count' }, '')),
      element('ul', { class: 'layer-list' }, ...group.layers.map(layerRow)))
  }

  function layerRow(layer) {
    const box = element('input', { type: 'checkbox', id: `layer-${layer.id}`, on: { change: () => store.change(box.checked ? showLayer : hideLayer, layer.id) } })
    const hint = element('p', { class: 'layer-hint' })
    const details = layerDetails(layer)
    details.root.hidden = !opened.has(layer.id)
    const more = iconButton(t('layers.more', { layer: pick(layer.title) }), 'more-items', () => {
      details.root.hidden = !details.root.hidden
      details.root.hidden ? opened.delete(layer.id) : opened.add(layer.id)
      more.setAttribute('aria-expanded', String(!details.root.hidden))
    }, { 'aria-expanded': String(opened.has(layer.id)) })
    rows.set(layer.id, { box, hint, layer, slider: details.slider })
    return element('li', { class: 'layer', 'data-layer': layer.id },
      element('div', { class: 'layer-row' },
        box, element('label', { for: `layer-${layer.id}` }, firstSign(layer), element('span', { class: 'layer-name' }, pick(layer.title)),
          element('span', { class: 'layer-count' }, number(layer.count))), more),
      hint, details.root)
  }

  function firstSign(layer) {
    return swatch(legendRows(layer.style)[0].style, layer.geometry)
  }

  function layerDetails(layer) {
    const legend = legendRows(layer.style)
    const slider = element('input', {
      type: 'range', min: '10', max: '100', step: '5', id: `opacity-${layer.id}`,
      on: { input: () => store.change(fadeLayer, layer.id, Number(slider.value) / 100) },
    })
    const root = element('div', { class: 'layer-details' },
      element('p', { class: 'layer-description' }, pick(layer.description)),
      legend.length > 1 && element('ul', { class: 'legend' }, ...legend.map(({ value, style }) => element('li', {}, swatch(style, layer.geometry), legendText(layer, value, style)))),
      element('div', { class: 'field-group' }, element('label', { for: slider.id }, t('layers.opacity')), slider),
      element('p', { class: 'layer-source' }, t('layers.source', { source: pick(layer.source) }), ' · ',
        element('a', { href: layer.licence?.href, rel: 'license' }, layer.licence?.name ?? '')),
      element('div', { class: 'button-row' },
        textButton(t('layers.list'), 'list', () => store.change(openList, layer.id)),
        mayDraw(store.get().session?.account, layer) && textButton(t('layers.draw'), 'plus', () => store.change(proposeNew, layer.id)),
        layer.bounds && textButton(t('layers.zoom'), 'search', () => store.change(lookAt, layer.bounds)),
        element('a', { class: 'text-button', href: pageOf({ layer: layer.id }, language()) }, icon('code-circle'), t('layers.data'))),
      layer.bounds && downloadPart(layer))
    return { root, slider }
  }

  function legendText(layer, value, style) {
    if (style.label && (value === null || !layer.style.by)) return pick(style.label)
    const attribute = catalogue.attribute(layer.id, layer.style.by)
    return (attribute?.codes && pick(catalogue.codeTitle(attribute.codes, value))) || String(value)
  }

  function basemapField() {
    if (!settings.basemap) return null
    const box = element('input', { type: 'checkbox', id: 'basemap', on: { change: () => store.change(useBasemap, box.checked) } })
    box.checked = store.get().basemap
    return element('div', { class: 'layer-row basemap-row' }, box, element('label', { for: 'basemap' }, t('layers.basemap')))
  }

  function update() {
    const state = store.get()
    for (const { box, hint, layer, slider } of rows.values()) {
      box.checked = isVisible(state, layer.id)
      slider.value = Math.round(opacityOf(state, layer.id) * 100)
      slider.disabled = !box.checked
      const far = box.checked && !inScale(layer, state.view.zoom)
      const steps = (layer.display.minZoom ?? 0) - tileZoom(state.view.zoom)
      hint.replaceChildren(...(far ? [icon('info-circle', 'xs'), t('layers.zoomIn', { count: steps })] : layer.bounds ? [] : [t('layers.empty')]))
      hint.hidden = hint.childNodes.length === 0
    }
    for (const part of root.querySelectorAll('.layer-group')) {
      const boxes = [...part.querySelectorAll('input[type=checkbox]')]
      part.querySelector('.group-count').textContent = t('layers.shown', { shown: boxes.filter((box) => box.checked).length, all: boxes.length })
    }
    const field = root.querySelector('#territory')
    if (field) field.value = state.territory ?? ''
  }
}
