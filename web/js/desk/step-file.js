import { openLoad } from '../state/view.js'
import { number } from '../text/format.js'
import { t } from '../text/text.js'
import { element, icon } from '../panels/markup.js'
import { notice, secondary } from './forms.js'
import { problemText, sizeText } from './problems.js'

const LARGEST = 50 * 1024 * 1024 // the server's limit; asked here so that nobody waits for a refusal
const ENDINGS = '.zip,.gpkg,.geojson,.json,.geojsonl,.ndjson,.fgb,.kml,.kmz,.gml,.xml,.dxf,.gpx,.csv,.txt,.xlsx'

/** Where a file is dropped or chosen and goes up to the server. */
export function fileStep({ store, desk, signal }) {
  const chooser = element('input', { type: 'file', id: 'load-file', class: 'file-input', accept: ENDINGS, on: { change: () => chooser.files[0] && send(chooser.files[0]) } })
  const below = element('div', { class: 'upload', 'aria-live': 'polite' })
  const zone = element('label', { class: 'drop-zone', for: 'load-file' }, icon('upload', 'lg'),
    element('strong', {}, t('file.drop')), element('span', { class: 'drop-choose' }, t('file.choose')))
  for (const kind of ['dragenter', 'dragover', 'dragleave', 'drop']) {
    zone.addEventListener(kind, (event) => {
      event.preventDefault()
      zone.classList.toggle('is-over', kind === 'dragenter' || kind === 'dragover')
      if (kind === 'drop' && event.dataTransfer.files.length > 0) send(event.dataTransfer.files[0])
    })
  }

  async function send(file) {
    if (file.size > LARGEST) return below.replaceChildren(notice('error', t('file.tooLarge', { size: sizeText(file.size), most: sizeText(LARGEST) })))
    if (file.size === 0) return below.replaceChildren(notice('error', t('file.empty')))
    const stop = new AbortController()
    signal.addEventListener('abort', () => stop.abort())
    const bar = element('progress', { max: '100', value: '0', 'aria-label': t('file.sending', { file: file.name }) })
    const text = element('p', { class: 'job-counts' }, t('file.sending', { file: file.name }))
    const cancel = secondary(t('job.cancel'), () => stop.abort())
    zone.hidden = true
    below.replaceChildren(element('div', { class: 'job' }, text, bar, cancel))
    try {
      const load = await desk.upload(file, {
        signal: stop.signal,
        onProgress: (share) => {
          if (share < 1) bar.value = share * 100
          else bar.removeAttribute('value')
          text.textContent = share < 1 ? t('file.sent', { file: file.name, percent: number(share * 100, 0), size: sizeText(file.size) }) : t('file.reading', { file: file.name })
        },
      })
      if (!signal.aborted) store.change(openLoad, load.id)
    } catch (problem) {
      if (signal.aborted) return
      zone.hidden = false
      chooser.value = ''
      below.replaceChildren(...(problem.name === 'AbortError' ? [] : [notice('error', element('strong', {}, t('file.refused', { file: file.name })), element('p', {}, problemText(problem)))]))
    }
  }

  return [chooser, zone, below,
    element('div', { class: 'formats' }, element('h2', {}, t('file.formats')),
      element('ul', { class: 'plain-list' }, ...['vector', 'table', 'drawing'].map((kind) => element('li', {}, t(`file.formats.${kind}`)))),
      element('p', {}, t('file.limits', { most: sizeText(LARGEST), rows: number(100000, 0) })))]
}
