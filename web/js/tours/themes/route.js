import { themeFile } from '../../api/themes.js'
import { lookAt, select } from '../../state/view.js'
import { openAsk } from '../../state/tours.js'
import { shortMoment } from '../../text/format.js'
import { language, pick, t } from '../../text/text.js'
import { distance, duration } from '../../text/way.js'
import { notice } from '../../panels/fields.js'
import { element, failure, textButton, waiting } from '../../panels/markup.js'
import { problemText } from '../plan/problems.js'
import { deskBar } from './desk.js'
import { askOfTheme } from './own-tour.js'

const FORMS = [['gpx', 'GPX'], ['geojson', 'GeoJSON']]

/** One route to read: its pictures, its text, its stops in their order, and its road on the map. */
export async function openRoute(parts, id) {
  const { root, store, api, may, overlay, tours, go, signal } = parts
  const back = () => textButton(t('themes.back'), 'arrow-left', () => go(null))
  root.replaceChildren(back(), waiting(t('side.waiting')))
  let read
  try {
    read = await api.route(id, { language: language(), latest: may.write }, { signal })
  } catch (problem) {
    if (!signal.aborted) root.replaceChildren(back(), failure(problemText(problem), t('retry'), () => openRoute(parts, id)))
    return
  }
  if (signal.aborted) return
  const { theme, legs = [], seconds, metres } = read
  const { document } = theme
  const heading = element('h2', { tabindex: '-1' }, pick(document.title))
  const [first, ...others] = theme.pictures
  root.replaceChildren(...[back(), heading,
    theme.demonstration && notice('warning', t('themes.demonstration.text')),
    may.write && deskBar({ ...parts, theme, again: () => openRoute(parts, id) }),
    element('p', { class: 'theme-teaser' }, pick(document.teaser)),
    first && figure(first), element('dl', { class: 'side-facts' }, ...facts().map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value)))),
    element('div', { class: 'button-row' }, element('button', { type: 'button', class: 'btn btn-primary', on: { click: () => store.change(openAsk, askOfTheme(document)) } }, t('themes.start')),
      textButton(t('themes.onMap'), 'map-marker', () => { frame(); tours.showMap() })),
    element('div', { class: 'theme-text' }, ...paragraphs(pick(document.text))),
    element('h3', {}, t('themes.stops.heading')), element('ol', { class: 'theme-stops' }, ...document.stops.map(stopItem)),
    legs.length === 0 && notice('info', t('themes.noRoad')),
    others.length > 0 && element('h3', {}, t('themes.pictures')), others.length > 0 && element('div', { class: 'theme-pictures' }, ...others.map(figure)),
    theme.publishedAt && element('h3', {}, t('download.heading')),
    theme.publishedAt && element('div', { class: 'button-row' }, ...FORMS.map(([form, name]) => element('a', { class: 'text-button', href: themeFile(id, form, language()), download: `comparto-theme-${id}.${form}` }, name)),
      element('a', { class: 'text-button', href: `/themes/${id}?lang=${language()}` }, t('themes.page.link'))),
    theme.publishedAt && element('p', { class: 'side-small' }, t('themes.publishedAt', { at: shortMoment(theme.publishedAt) }))].filter(Boolean))
  heading.focus({ preventScroll: true })
  draw()
  frame()

  function facts() {
    return [[t('themes.theme'), t(`themes.theme.${document.theme}`)], [t('themes.profile'), t(`themes.profile.${document.profile}`)],
      document.minutes && [t('themes.minutes'), duration(document.minutes * 60)], metres && [t('themes.road'), `${distance(metres)} · ${duration(seconds)}`],
      document.season && [t('themes.season'), pick(document.season)]].filter(Boolean)
  }

  function stopItem(stop) {
    return element('li', {}, element('h4', {}, stop.host ? element('button', { type: 'button', class: 'link-button', on: { click: () => showHost(stop) } }, pick(stop.name)) : pick(stop.name)),
      stop.text && paragraphs(pick(stop.text)))
  }

  /** The record of whoever is visited there, which only their consent makes public. */
  async function showHost({ host, lon, lat }) {
    store.change(lookAt, around([[lon, lat]]))
    const found = await tours.api.host(host, {}, { signal }).catch(() => null)
    if (found && !signal.aborted) store.change(select, found.layer, found.id)
  }

  function draw() {
    overlay.show({ lines: legs.filter(({ line }) => line.length > 1).map(({ line }) => ({ coordinates: line, kind: 'tour', rank: 0 })),
      signs: document.stops.map(({ lon, lat }, i) => ({ lon, lat, text: String(i + 1), kind: 'tour', rank: 0 })) })
  }

  function frame() {
    store.change(lookAt, around([...document.stops.map(({ lon, lat }) => [lon, lat]), ...legs.flatMap(({ line }) => line)]))
  }
}

const figure = ({ href, alt, credit, licence }) => element('figure', { class: 'theme-figure' }, element('img', { src: href, alt: pick(alt), loading: 'lazy' }),
  element('figcaption', { class: 'side-small' }, t('themes.credit', { credit, licence })))

const paragraphs = (text) => text.split(/\n\s*\n/).map((one) => one.trim()).filter(Boolean).map((one) => element('p', {}, one))

function around(places) {
  const [lons, lats] = [places.map(([lon]) => lon), places.map(([, lat]) => lat)]
  return [Math.min(...lons) - 0.01, Math.min(...lats) - 0.008, Math.max(...lons) + 0.01, Math.max(...lats) + 0.008]
}
