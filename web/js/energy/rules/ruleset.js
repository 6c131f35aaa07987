import { rulesetFile } from '../../api/energy.js'
import { mayPropose } from '../../state/edit.js'
import { askEnergy } from '../../state/energy.js'
import { pick, t } from '../../text/text.js'
import { element, icon, textButton } from '../../panels/markup.js'
import { toBeConfirmed } from '../fields.js'
import { labelled } from '../../panels/fields.js'
import { energyProblem } from '../problems.js'
import { mayReview } from '../rights.js'
import { area, citation, say } from '../texts.js'
import { isDraft } from '../verdict/findings.js'
import { previewFields } from './preview.js'
import { keyOf, validity } from './rules.js'

/** One version of a rule set: what it is, its rules with where they are written, the layers it asks; who may sees it on the map and decides on it. */
export function rulesetView(parts, set, versions) {
  const { store, energy, territories } = parts
  const { id, version, status, confirmedBy, rules, layers, regions, territories: only, demonstration, title, note } = set
  const where = [...(regions ?? []), ...(only ?? []).map((code) => energy.texts.territory(code, territories))]
  return element('section', { class: 'energy-ruleset', 'aria-label': pick(title) || say(title) || id },
    element('h2', {}, pick(title) || say(title) || id),
    element('p', { class: 'side-small' }, [t('energy.sets.version', { id, version }), validity(set, energy), where.length > 0 ? where.join(', ') : t('energy.sets.everywhere'),
      isDraft(status) ? t('energy.sets.draft') : t('energy.sets.confirmedBy', { who: confirmedBy ?? t('notKnown') }), demonstration && t('energy.demonstration')].filter(Boolean).join(' · ')),
    note && element('p', { class: 'side-small' }, say(note)),
    element('ul', { class: 'side-list' }, ...(rules ?? []).map((rule) => element('li', {}, ruleCard(rule, energy)))),
    layers?.length > 0 && element('details', { class: 'side-fold' }, element('summary', {}, t('energy.sets.layers', { count: layers.length })), element('ul', {}, ...layers.map((one) => layerRow(one, parts)))),
    versions.length > 1 && element('div', { class: 'side-chips', role: 'group', 'aria-label': t('energy.sets.versions') }, ...versions.map((one) =>
      element('button', { type: 'button', class: 'side-chip', 'aria-pressed': String(one.version === version), on: { click: () => store.change(askEnergy, { item: keyOf(one) }) } },
        t('energy.sets.versionOf', { version: one.version, state: t(`energy.sets.${one.active ? 'active' : 'inactive'}`) })))),
    mayPropose(store.get().session?.account, 'energy_area') && previewFields(parts, () => ({ id, version })),
    element('div', { class: 'button-row' }, element('a', { class: 'text-button', href: rulesetFile(id, version), download: `${id}-${version}.yaml` }, icon('download'), t('energy.sets.yaml'))),
    mayReview(store.get().session?.account) && review(parts, set))
}

function ruleCard(rule, energy) {
  const { id, title, effect: given, technologies, bufferM, limits, exemptIf, priority, cite, unverified } = rule
  const sized = [rule.sources, rule.restrictTo, rule.except, rule.appliesTo].flatMap((some) => some ?? []).filter(({ minAreaM2 }) => minAreaM2 > 0)
  const effect = given.toLowerCase()
  const told = [technologies?.length > 0 && [...technologies].map(energy.texts.technology).join(', '), bufferM > 0 && t('energy.rule.buffer', { metres: bufferM }),
    ...sized.map(({ layer, minAreaM2 }) => t('energy.rule.least', { layer: energy.texts.layer(layer), area: area(minAreaM2) })), priority && t('energy.rule.priority', { priority }),
    exemptIf?.length > 0 && t('energy.rule.exempt', { projects: exemptIf.map((one) => t(`energy.project.${one}`)).join(', ') })].filter(Boolean)
  return element('details', { class: 'side-card energy-rule' },
    element('summary', {}, icon('file'), element('span', { class: 'energy-rule-name' }, say(title) || id), element('span', { class: 'energy-rule-out' }, t(`energy.effect.short.${effect}`)),
      element('span', { class: 'energy-rule-cite' }, citation(cite) ?? t('energy.cite.none'))),
    element('div', { class: 'side-fold-body' }, element('p', {}, t(`energy.effect.${effect}`)), told.length > 0 && element('p', {}, told.join(' · ')),
      unverified && element('p', { class: 'side-small' }, toBeConfirmed(), ' ', say(unverified)),
      cite?.quote && element('blockquote', { class: 'energy-quote' }, cite.quote),
      limits?.length > 0 && element('ul', {}, ...limits.map((limit) => element('li', {}, say(limit.text)))),
      element('p', { class: 'side-small' }, element('code', {}, id), cite?.source && ` · ${t('energy.cite.source', { source: cite.source })}`)))
}

function layerRow({ layer, available }, { energy, territories }) {
  const missing = Object.entries(available ?? {}).filter(([, is]) => !is).map(([code]) => energy.texts.territory(code, territories))
  return element('li', {}, energy.texts.layer(layer), missing.length > 0 && element('span', { class: 'side-small' }, ` ${t('energy.sets.missingIn', { territories: missing.join(', ') })}`))
}

/** Activating, confirming and taking out of force say why; the server wants another person than the one who uploaded it. */
function review({ energy, again }, { id, version, status, active }) {
  const reason = element('input', { type: 'text', maxlength: '500', autocomplete: 'off' })
  const trouble = element('p', { class: 'energy-trouble', role: 'alert' })
  const step = (label, name, act) => textButton(label, name, async (event) => {
    const button = event.currentTarget
    if (!reason.value.trim()) {
      trouble.textContent = t('energy.sets.reasonMissing')
      return reason.focus()
    }
    button.disabled = true
    try {
      await act(reason.value.trim())
      await again()
    } catch (problem) {
      trouble.textContent = energyProblem(problem)
      button.disabled = false
    }
  })
  return element('fieldset', { class: 'side-set energy-review' }, element('legend', {}, t('energy.sets.review')), labelled(t('energy.sets.reason'), reason),
    element('div', { class: 'button-row' }, !active && step(t('energy.sets.activate'), 'check', (why) => energy.api.activate(id, version, { confirm: false, reason: why })),
      (isDraft(status) || !active) && step(t('energy.sets.confirm'), 'check-circle', (why) => energy.api.activate(id, version, { confirm: true, reason: why })),
      active && step(t('energy.sets.deactivate'), 'close', (why) => energy.api.deactivate(id, version, { reason: why }))), trouble)
}
