import { swatch } from '../map/swatch.js'
import { t } from '../text/text.js'
import { element } from '../panels/markup.js'
import { form, input, labelled, notice, primary, tick } from './forms.js'

/** The proposal for a layer that a load has made: its titles, whether it is shown from the start, its colours. */
export function newLayerForm({ layer, desk }) {
  const titleIt = input({ value: layer.title.it ?? '', required: true })
  const titleEn = input({ value: layer.title.en ?? '', required: true })
  const base = layer.style.default
  const colour = (value) => input({ type: 'color', class: 'colour', value: /^#[0-9a-f]{6}$/i.test(value ?? '') ? value : '#3b6ea5', on: { input: () => draw() } })
  const fill = colour(base.fill)
  const stroke = colour(base.stroke)
  let visible = Boolean(layer.display.visible)
  const sign = element('span', { class: 'sign-preview' })
  const said = element('div', { role: 'status' })
  const style = () => ({ ...layer.style, default: { ...base, ...(layer.geometry === 'line' ? {} : { fill: fill.value }), stroke: stroke.value } })
  const draw = () => sign.replaceChildren(swatch(style().default, layer.geometry))
  draw()
  return element('section', { class: 'new-layer-form' }, element('h2', {}, t('newLayer.heading')), element('p', {}, t('newLayer.lead')),
    form([
      element('div', { class: 'field-pair' }, labelled(t('newLayer.titleIt'), titleIt), labelled(t('newLayer.titleEn'), titleEn)),
      element('div', { class: 'colours' }, layer.geometry !== 'line' && labelled(t('newLayer.fill'), fill), labelled(t('newLayer.stroke'), stroke), element('div', { class: 'field-group' }, element('span', { class: 'field-hint' }, t('newLayer.preview')), sign)),
      tick(t('newLayer.visible'), visible, (on) => (visible = on), t('newLayer.visibleHint')),
      said,
    ], [primary(t('newLayer.save'))], async () => {
      said.replaceChildren()
      await desk.changeLayer(layer.id, { title: { it: titleIt.value.trim(), en: titleEn.value.trim() }, display: { ...layer.display, visible }, style: style() })
      said.replaceChildren(notice('good', t('newLayer.saved')))
    }))
}
