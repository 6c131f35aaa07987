import { downloadAddress, DOWNLOAD_FORMATS, DOWNLOAD_SYSTEMS } from '../api/download.js'
import { language, pick, t } from '../text/text.js'
import { element, icon } from './markup.js'

/** Takes a whole layer along as a file: which format, which reference system, under which terms. */
export function downloadPart(layer) {
  const format = choice(layer, 'format', t('download.format'), DOWNLOAD_FORMATS.map((id) => [id, t(`download.format.${id}`)]))
  const system = choice(layer, 'crs', t('download.crs'), DOWNLOAD_SYSTEMS.map(({ uri, name }) => [uri, name]))
  const link = element('a', { class: 'text-button', rel: 'nofollow', download: '' }, icon('download'), element('span', {}, t('download.start', { layer: pick(layer.title) })))
  const always84 = element('p', { class: 'download-terms', hidden: true }, t('download.kml'))

  function update() {
    const kml = format.field.value === 'kml'
    system.field.disabled = kml
    always84.hidden = !kml
    link.href = downloadAddress(layer.id, format.field.value, kml ? DOWNLOAD_SYSTEMS[0].uri : system.field.value, language())
  }
  for (const { field } of [format, system]) field.addEventListener('change', update)
  update()

  return element('details', { class: 'download' },
    element('summary', {}, t('download.heading')),
    element('div', { class: 'download-body' }, format.root, system.root, always84,
      element('p', { class: 'download-terms' }, ...terms(layer)), link))
}

function choice(layer, name, label, options) {
  const field = element('select', { id: `download-${name}-${layer.id}`, class: 'field' }, ...options.map(([value, text]) => element('option', { value }, text)))
  return { field, root: element('div', { class: 'field-group' }, element('label', { for: field.id }, label), field) }
}

function terms(layer) {
  return [
    layer.demonstration && element('strong', {}, t('download.demonstration'), ' '),
    layer.licence ? t('download.licence', { licence: layer.licence.name }) : t('download.noLicence'),
  ].filter(Boolean)
}
