import { askEnergy, PROJECTS, TECHNOLOGIES } from '../../state/energy.js'
import { t } from '../../text/text.js'
import { element, icon } from '../../panels/markup.js'
import { choice, labelled, tick } from '../../panels/fields.js'
import { dateField } from '../moments.js'
import { energyProblem } from '../problems.js'
import { areaField } from './area-field.js'

/** Which area, which technology, which day, what for. @param onAsk promises to end; its failures are told below the button */
export function questionForm(parts, onAsk) {
  const { store, energy } = parts
  const { technology, date, project } = store.get().energy
  const trouble = element('div', { class: 'energy-trouble', role: 'alert' })
  const button = element('button', { type: 'submit', class: 'btn btn-primary energy-go' }, icon('search', 'sm'), ' ', t('energy.ask'))
  return element('form', { class: 'energy-ask', novalidate: true, on: { submit } },
    element('p', { class: 'side-lead' }, t('energy.lead')), areaField(parts),
    labelled(t('energy.technology'), technologyChoice(energy, technology, (value) => store.change(askEnergy, { technology: value }))),
    dateField({ label: t('energy.date'), hint: t('energy.date.hint'), value: date, onChange: (value) => store.change(askEnergy, { date: value }), changes: energy.rulesets.changes() }),
    element('fieldset', { class: 'side-set' }, element('legend', {}, t('energy.project')), ...PROJECTS.map((one) => tick(t(`energy.project.${one}`), project.includes(one), (is) => {
      const others = store.get().energy.project.filter((other) => other !== one)
      store.change(askEnergy, { project: PROJECTS.filter((name) => (name === one ? is : others.includes(name))) })
    })), element('p', { class: 'field-hint' }, t('energy.project.hint'))),
    element('div', { class: 'energy-foot' }, trouble, button))

  async function submit(event) {
    event.preventDefault()
    trouble.textContent = ''
    if (!energy.area.get()) return void (trouble.textContent = t('energy.area.missing'))
    button.disabled = true
    try {
      await onAsk()
    } catch (problem) {
      trouble.textContent = energyProblem(problem)
    } finally {
      button.disabled = false
    }
  }
}

export const technologyChoice = (energy, chosen, onChange) => choice(TECHNOLOGIES.map((code) => [code, energy.texts.technology(code)]), chosen, onChange)
