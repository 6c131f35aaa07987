import { LANGUAGES, t } from '../text/text.js'
import { element } from '../panels/markup.js'
import { isWritten } from '../state/edit.js'
import { choice, form, input, labelled, primary, secondary, tick } from './forms.js'

export const ROLES = ['viewer', 'tour_organiser', 'municipal_editor', 'planner', 'desk', 'auditor', 'admin']
const MUNICIPAL = ['tour_organiser', 'municipal_editor', 'planner'] // may be held to one municipality
const THEMATIC = 'thematic'

/**
 * The fields of an account.
 *
 * @param one the account as it is; null for a new one
 * @param send gets what was chosen, of a new account with its username
 */
export function accountForm({ one, isSelf, territories, catalogue, server, language: spoken, close, send }) {
  const username = input({ required: true, pattern: '[A-Za-z0-9][A-Za-z0-9._@\\-]{1,59}', autocapitalize: 'none', spellcheck: 'false' })
  const displayName = input({ value: one?.displayName ?? '', required: true, maxlength: '120' })
  const email = input({ type: 'email', value: one?.email ?? '' })
  const role = choice(ROLES.map((name) => [name, t(`role.${name}`)]), one?.role ?? 'viewer')
  const territory = choice([['', t('territory.all')], ...territories.list.map(({ code, name }) => [code, name])], one?.territory ?? '')
  const municipality = choice([], '')
  const place = labelled(t('accounts.municipality'), municipality, t('accounts.municipalityHint'))
  const language = choice(LANGUAGES.map((code) => [code, t(`language.${code}`)]), one?.language ?? 'it')
  const layers = layerChoice(one?.layers ?? null, catalogue, spoken)
  let active = one?.active ?? true
  let turn = 0

  async function offerMunicipalities() {
    const mine = ++turn
    place.hidden = !MUNICIPAL.includes(role.value)
    municipality.required = role.value === 'municipal_editor' // before their names have come, too
    if (place.hidden) return
    const wanted = municipality.value || one?.municipality || ''
    const query = { limit: 10000, ...(territory.value ? { territory_code: territory.value } : {}) }
    const { features } = await server.features('municipality', query).catch(() => ({ features: [] }))
    if (mine !== turn) return // another role or territory is chosen by now
    const names = features.map(({ properties }) => [properties.code, properties.name ?? properties.code]).sort((a, b) => a[1].localeCompare(b[1]))
    municipality.replaceChildren(...[['', municipality.required ? '' : t('accounts.allOfIt')], ...names].map(([value, name]) => element('option', { value }, name)))
    municipality.value = names.some(([code]) => code === wanted) ? wanted : ''
  }
  for (const field of [role, territory]) field.addEventListener('change', offerMunicipalities)
  offerMunicipalities()

  return form([
    !one && labelled(t('signIn.username'), username, t('accounts.usernameHint')),
    labelled(t('accounts.name'), displayName), labelled(t('accounts.email'), email),
    element('div', { class: 'field-pair' }, labelled(t('accounts.role'), role), labelled(t('territory.label'), territory)),
    element('details', {}, element('summary', {}, t('accounts.rolesExplained')),
      element('ul', { class: 'role-list' }, ...ROLES.map((name) => element('li', {}, element('strong', {}, t(`role.${name}`)), ' ', t(`role.may.${name}`))))),
    place, layers.fields, labelled(t('language.label'), language),
    one && !isSelf && tick(t('accounts.mayEnter'), active, (on) => (active = on), t('accounts.mayEnterHint')),
  ].filter(Boolean), [primary(t(one ? 'accounts.save' : 'accounts.make')), secondary(t('dialog.cancel'), close)], () => send({
    ...(one ? { active } : { username: username.value.trim() }), displayName: displayName.value.trim(), email: email.value.trim() || null, role: role.value,
    territory: territory.value || null, municipality: (!place.hidden && municipality.value) || null, layers: layers.chosen(), language: language.value,
  }))
}

/** The layers of the role, or only some. */
function layerChoice(known, catalogue, language) {
  const titles = [[THEMATIC, t('accounts.thematic')], ...catalogue.layers.filter(isWritten).map((layer) => [layer.id, layer.title[language] ?? layer.id])]
  const boxes = titles.map(([id, title]) => {
    const box = element('input', { type: 'checkbox', id: `layer-of-account-${id}`, value: id, checked: known?.includes(id) ?? false })
    return { box, row: element('div', { class: 'tick' }, box, element('label', { for: box.id }, title)) }
  })
  const list = element('fieldset', { class: 'choices layer-choices', hidden: known === null }, element('legend', { class: 'visually-hidden' }, t('accounts.layersOnly')), ...boxes.map(({ row }) => row))
  const which = choice([['role', t('accounts.layersOfRole')], ['own', t('accounts.layersOnly')]], known === null ? 'role' : 'own')
  which.addEventListener('change', () => (list.hidden = which.value === 'role'))
  return {
    fields: element('div', {}, labelled(t('accounts.layers'), which, t('accounts.layersHint')), list),
    chosen: () => (which.value === 'role' ? null : boxes.filter(({ box }) => box.checked).map(({ box }) => box.value)),
  }
}
