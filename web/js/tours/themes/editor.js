import { language, t } from '../../text/text.js'
import { choice, labelled, notice } from '../../panels/fields.js'
import { element, failure, textButton, waiting } from '../../panels/markup.js'
import { wholeNumber } from '../plan/fields.js'
import { problemText } from '../plan/problems.js'
import { bothLanguages, showMissing } from './both.js'
import { pictureFields } from './pictures.js'
import { stopFields } from './stops.js'

const THEMES = ['artisans', 'industry', 'food', 'innovation', 'water', 'other']
const PROFILES = ['car', 'coach', 'walk']
const NEW = { title: {}, teaser: {}, text: {}, season: {}, theme: 'artisans', profile: 'car', minutes: null, stops: [] }

/** Writes a route in both languages. What is saved waits as a draft until somebody else publishes it. @param id null for a new one */
export async function openEditor(parts, id) {
  const { root, api, go, signal } = parts
  let theme = null
  if (id) {
    root.replaceChildren(waiting(t('side.waiting')))
    try {
      theme = (await api.route(id, { language: language(), latest: true }, { signal })).theme
    } catch (problem) {
      if (!signal.aborted) root.replaceChildren(failure(problemText(problem), t('retry'), () => openEditor(parts, id)), textButton(t('themes.back'), 'arrow-left', () => go(null)))
      return
    }
    if (signal.aborted) return
  }
  const draft = structuredClone({ ...NEW, ...theme?.document })
  draft.season ??= {}
  const said = element('div', { role: 'alert' })
  const heading = element('h2', { tabindex: '-1' }, t(theme ? 'themes.edit' : 'themes.new'))
  const save = element('button', { type: 'submit', class: 'btn btn-primary' }, t('themes.save'))
  root.replaceChildren(textButton(t('themes.back'), 'arrow-left', () => go(id)), heading, element('p', { class: 'side-lead' }, t('themes.edit.lead')),
    element('form', { class: 'side-tab', novalidate: true, on: { submit: (event) => { event.preventDefault(); keep(event.currentTarget) } } },
      bothLanguages('title', t('themes.field.title'), draft.title, { maxlength: 120, required: true }),
      bothLanguages('teaser', t('themes.field.teaser'), draft.teaser, { maxlength: 300, rows: 2, required: true }),
      bothLanguages('text', t('themes.field.text'), draft.text, { maxlength: 8000, rows: 8, required: true }),
      bothLanguages('season', t('themes.field.season'), draft.season, { maxlength: 200 }),
      element('div', { class: 'side-fields' },
        labelled(t('themes.theme'), choice(THEMES.map((one) => [one, t(`themes.theme.${one}`)]), draft.theme, (value) => (draft.theme = value), { id: 'theme-theme' })),
        labelled(t('themes.profile'), choice(PROFILES.map((one) => [one, t(`themes.profile.${one}`)]), draft.profile, (value) => (draft.profile = value), { id: 'theme-profile' })),
        labelled(t('themes.field.minutes'), wholeNumber(draft.minutes, { min: 5, max: 20160 }, (value) => (draft.minutes = value), { id: 'theme-minutes' }))),
      stopFields({ ...parts, draft }), said, element('div', { class: 'button-row' }, save)),
    theme ? pictureFields({ ...parts, theme }) : element('p', { class: 'side-small' }, t('themes.pictures.later')))
  heading.focus({ preventScroll: true })

  async function keep(form) {
    said.replaceChildren()
    const missing = showMissing(form)
    if (missing) return said.replaceChildren(notice('warning', t('themes.missing', { what: missing })))
    if (draft.stops.length < 2) return said.replaceChildren(notice('warning', t('themes.missing.stops')))
    save.disabled = true
    try {
      const sent = { ...draft, season: draft.season.it || draft.season.en ? draft.season : null, stops: draft.stops.map((stop) => ({ ...stop, text: stop.text?.it || stop.text?.en ? stop.text : null })) }
      const kept = theme ? await api.save(id, theme.version, sent) : await api.create(sent)
      if (!signal.aborted) go(theme ? id : `edit:${kept.id}`) // pictures come next
    } catch (problem) {
      save.disabled = false
      said.replaceChildren(notice('warning', problemText(problem)))
      root.querySelector(`[name="${problem.said?.parameter}.it"], [name="${problem.said?.parameter}"]`)?.focus()
    }
  }
}
