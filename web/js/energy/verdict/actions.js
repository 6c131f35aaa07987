import { verdictFile } from '../../api/energy.js'
import { number, shortMoment } from '../../text/format.js'
import { language, t } from '../../text/text.js'
import { element, icon, textButton } from '../../panels/markup.js'
import { energyProblem } from '../problems.js'

/** What can be done with an answer: kept as a link or file, printed, and computed again to see whether it still comes out the same. */
export function answerActions({ answer, energy }) {
  const said = element('p', { class: 'side-small', role: 'status' })
  const file = (format, text) => element('a', { class: 'text-button', href: verdictFile(answer.id, format, language()), download: `comparto-${t('energy.file')}-${answer.id.slice(0, 12)}.${format}` }, icon('download'), text)
  return element('div', { class: 'energy-actions' },
    element('div', { class: 'button-row' }, file('pdf', t('energy.file.pdf')), file('geojson', 'GeoJSON'), textButton(t('energy.link'), 'link', copy), textButton(t('energy.print'), 'print', () => window.print()),
      textButton(t('energy.again'), 'refresh', again)),
    said, element('p', { class: 'side-small' }, t('energy.id'), ' ', element('code', {}, answer.id), answer.createdAt && ` · ${shortMoment(answer.createdAt)}`))

  async function copy() {
    try {
      await navigator.clipboard.writeText(location.href)
      said.textContent = t('energy.link.copied')
    } catch {
      said.textContent = location.href
    }
  }

  async function again() {
    said.textContent = t('energy.again.waiting')
    try {
      const { same, differences } = await energy.api.verdictAgain(answer.id)
      said.textContent = same ? t('energy.again.same') : t('energy.again.differs', { what: differences.slice(0, 6).map(({ what, id, before, after }) => `${t(`energy.again.${what}`)} ${id}: ${plain(before)} → ${plain(after)}`).join('; ') })
    } catch (problem) {
      said.textContent = energyProblem(problem)
    }
  }
}

const plain = (value) => (typeof value === 'number' ? number(value, 1) : value === '' ? '–' : String(value))
