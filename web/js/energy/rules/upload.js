import { askEnergy } from '../../state/energy.js'
import { t } from '../../text/text.js'
import { element, icon } from '../../panels/markup.js'
import { labelled } from '../../panels/fields.js'
import { energyProblem } from '../problems.js'
import { lineOf } from './faults.js'
import { previewFields } from './preview.js'

/** A rule set as YAML: seen on the map before it is taken in, and taken in as a version that is not in force yet. What is wrong with it leads to its line. */
export function uploadForm(parts) {
  const { store, energy, again } = parts
  const faults = element('div', { class: 'energy-faults', role: 'alert' })
  const text = element('textarea', { rows: '14', spellcheck: 'false', on: { input: () => faults.replaceChildren() } })
  const file = element('input', { type: 'file', accept: '.yaml,.yml,.json', on: { change: async () => file.files[0] && (text.value = await file.files[0].text()) } })
  const field = labelled(t('energy.upload.text'), text)
  text.classList.add('energy-yaml')
  return element('details', { class: 'side-fold' }, element('summary', {}, t('energy.upload')), element('div', { class: 'side-fold-body' },
    element('p', { class: 'field-hint' }, t('energy.upload.hint'), ' ', element('a', { href: '/api/energy/rulesets/schema', target: '_blank', rel: 'noopener' }, t('energy.upload.schema'))), labelled(t('energy.upload.file'), file), field, faults,
    previewFields(parts, () => ({ ruleset: text.value }), show),
    element('div', { class: 'energy-foot' }, element('button', { type: 'button', class: 'btn btn-primary', on: { click: take } }, t('energy.upload.take')))))

  async function take() {
    faults.replaceChildren()
    try {
      const { id, version } = await energy.api.uploadRuleset(text.value)
      store.change(askEnergy, { item: `${id}@${version}` })
      await again()
    } catch (problem) {
      show(problem)
    }
  }

  /** Every fault with the place it is at: a click goes to its line. */
  function show(problem) {
    const all = problem.said?.faults ?? []
    faults.replaceChildren(icon('error'), all.length === 0 ? element('p', {}, energyProblem(problem)) : element('ul', {}, ...all.map((fault) =>
      element('li', {}, element('button', { type: 'button', class: 'link-button', on: { click: () => goTo(lineOf(text.value, fault)) } }, [fault.rule, fault.path].filter(Boolean).join(', ')), ' ', fault.reason))))
    faults.scrollIntoView({ block: 'nearest' })
  }

  function goTo({ from, to }) {
    text.focus()
    text.setSelectionRange(from, to)
  }
}
