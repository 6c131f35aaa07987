import { pick, t } from '../text/text.js'
import { element } from '../panels/markup.js'
import { planOf, unusedFields } from './draft.js'
import { choice, form, input, labelled, notice, primary, secondary } from './forms.js'
import { attributesOf } from './attributes.js'
import { sourceLayerOf } from './steps.js'

const KEY_TYPES = ['text', 'integer']

/** Which field of the file fills which attribute of the layer, with what the server suggests; then the check begins. */
export async function mappingStep(parts) {
  const { load, draft, keep, check, go, catalogue, desk, signal } = parts
  const source = sourceLayerOf(draft, load)
  if (draft.newLayer) return newLayerMapping(parts, source)
  // once the file has been read, the server also knows the values in it
  const known = load.plan?.layer === draft.layer && load.plan?.sourceLayer === draft.sourceLayer
  const suggestion = await desk.suggestion(load.id, { layer: draft.layer, ...(known ? {} : { sourceLayer: draft.sourceLayer }) }, { signal })
  const profiles = await profilesFor(desk, draft.layer, signal)
  if (!draft.mapping) Object.assign(draft, { mapping: suggestion.mapping ?? {}, values: {}, key: suggestion.keys?.[0] ?? draft.key })
  const attributes = attributesOf(catalogue, draft.layer, Object.keys({ ...suggestion.mapping, ...draft.mapping }))
  const samples = suggestion.samples ?? {}
  const hasSamples = Object.keys(samples).length > 0
  const root = element('div', { class: 'mapping' })
  const profileName = input({ pattern: '[a-z0-9][a-z0-9_\\-]{0,59}', spellcheck: 'false', autocapitalize: 'none' })

  function render() {
    const filled = (attribute) => Boolean(draft.mapping[attribute.name])
    const first = attributes.filter((attribute) => attribute.required || filled(attribute))
    const rest = attributes.filter((attribute) => !first.includes(attribute))
    const unused = unusedFields(source.fields, draft.mapping)
    const keys = [...new Set(['code', draft.key, ...attributes.filter((attribute) => filled(attribute) && KEY_TYPES.includes(attribute.type)).map(({ name }) => name)])]
    const key = choice(keys.map((name) => [name, titleOf(name)]), draft.key, { on: { change: () => { draft.key = key.value; keep() } } })
    root.replaceChildren(
      mappingTable(t('mapping.matched'), first),
      ...(rest.length > 0 ? [element('details', { class: 'mapping-rest' }, element('summary', {}, t('mapping.rest', { count: rest.length })), mappingTable(t('mapping.restCaption'), rest))] : []),
      element('p', { class: 'unused' }, unused.length > 0 ? t('mapping.unused', { count: unused.length, fields: unused.map(({ name }) => name).join(', ') }) : t('mapping.allUsed')),
      labelled(t('mapping.key'), key, t('mapping.keyHint')))
  }

  const titleOf = (name) => pick(attributes.find((attribute) => attribute.name === name)?.title) || name

  function mappingTable(caption, rows) {
    return element('table', { class: 'desk-table table-cards mapping-table' }, element('caption', {}, caption),
      element('thead', {}, element('tr', {}, ...[t('mapping.attribute'), t('mapping.field'), ...(hasSamples ? [t('mapping.samples')] : [])].map((title) => element('th', { scope: 'col' }, title)))),
      element('tbody', {}, ...rows.flatMap(mappingRows)))
  }

  function mappingRows(attribute) {
    const field = choice([['', t('mapping.none')], ...source.fields.map(({ name }) => [name, name])], draft.mapping[attribute.name], {
      class: 'field', 'aria-label': t('mapping.fieldOf', { attribute: pick(attribute.title) }), 'data-target': attribute.name, on: {
        change: () => {
          draft.mapping[attribute.name] = field.value || null
          delete draft.values[attribute.name]
          keep()
          examples.replaceChildren(...samplesOf(field.value))
          replaceValues()
        },
      },
    })
    const examples = element('td', { 'data-title': t('mapping.samples'), class: 'samples' }, ...samplesOf(field.value))
    const values = element('tr', { class: 'value-row' })
    const replaceValues = () => {
      const table = valueTable(attribute, field.value)
      values.hidden = !table
      values.replaceChildren(...(table ? [element('td', { colspan: hasSamples ? '3' : '2' }, table)] : []))
    }
    replaceValues()
    return [element('tr', {}, element('th', { scope: 'row' }, pick(attribute.title), attribute.unit && element('span', { class: 'unit' }, ` (${attribute.unit})`),
      attribute.required && element('span', { class: 'required' }, t('mapping.required')), attribute.help && element('span', { class: 'help' }, pick(attribute.help))),
    element('td', { 'data-title': t('mapping.field') }, field), hasSamples && examples), values]
  }

  const samplesOf = (field) => (field ? [(samples[field] ?? []).slice(0, 3).map(String).join(' · ') || '–'] : [])

  /** For an attribute with a code list: what each value of the file means. */
  function valueTable(attribute, field) {
    const codes = attribute.codes && codesOf(catalogue, attribute.codes)
    const found = new Set([...Object.keys(suggestion.values?.[attribute.name] ?? {}), ...Object.keys(draft.values[attribute.name] ?? {}), ...(samples[field] ?? []).map(String)])
    if (!field || !codes?.length || found.size === 0) return null
    const proposed = suggestion.values?.[attribute.name] ?? {}
    const chosen = (draft.values[attribute.name] ??= {})
    for (const [value, code] of Object.entries(proposed)) if (code && !(value in chosen)) chosen[value] = code
    const unknown = [...found].filter((value) => !chosen[value] && !codes.some((code) => code.value === value)).length
    return element('details', { class: 'values', open: unknown > 0 },
      element('summary', {}, t('mapping.values', { attribute: pick(attribute.title), count: found.size })),
      element('ul', {}, ...[...found].map((value) => {
        const code = choice([['', t('mapping.valueUnknown')], ...codes.map((one) => [one.value, pick(one.title)])], chosen[value] ?? codes.find((one) => one.value === value)?.value, {
          class: 'field', 'aria-label': t('mapping.valueOf', { value }), on: { change: () => { chosen[value] = code.value || null; keep() } } })
        return element('li', {}, element('span', {}, value), code)
      })))
  }

  function profileChooser() {
    if (profiles.length === 0) return null
    const field = choice([['', t('profile.none')], ...profiles.map(({ name }) => [name, name])], '', {
      on: {
        change: () => {
          const plan = profiles.find(({ name }) => name === field.value)?.plan
          if (!plan) return
          const known = new Set(source.fields.map(({ name }) => name))
          draft.mapping = Object.fromEntries(Object.entries(plan.mapping ?? {}).filter(([, name]) => known.has(name)))
          Object.assign(draft, { values: plan.values ?? {}, key: plan.key ?? draft.key })
          keep()
          render()
        },
      },
    })
    return labelled(t('profile.use'), field, t('profile.useHint'))
  }

  render()
  const made = form([
    element('p', { class: 'desk-lead' }, t('mapping.lead', { layer: pick(catalogue.layer(draft.layer)?.title), file: load.fileName })),
    profileChooser(), root,
    labelled(t('profile.save'), profileName, t('profile.saveHint')),
  ].filter(Boolean), [primary(t('mapping.check')), secondary(t('mapping.back'), () => go('source'))], async () => {
    const plan = planOf(draft)
    if (profileName.value) await desk.saveProfile(profileName.value, plan)
    await check(plan)
  })
  return [(suggestion.warnings ?? []).map((warning) => notice('warning', warning)), made]
}

/** A new layer takes all there is in the file; types and code lists are proposed from the data by the check. */
function newLayerMapping({ draft, load, check, go }, source) {
  return form([
    element('p', { class: 'desk-lead' }, t('mapping.leadNew', { layer: pick(draft.newLayer.title), file: load.fileName })),
    element('ul', { class: 'field-list' }, ...source.fields.map(({ name }) => element('li', {}, name))),
    notice('info', t('mapping.newHint')),
  ], [primary(t('mapping.check')), secondary(t('mapping.back'), () => go('source'))], () => check(planOf(draft)))
}

async function profilesFor(desk, layer, signal) {
  const answer = await desk.profiles({ signal })
  return answer.profiles.filter((profile) => profile.layer === layer)
}

const codesOf = (catalogue, list) => catalogue.codes(list)
