import { json } from '../api/server.js'
import { element } from '../panels/markup.js'
import { moment } from '../text/format.js'
import { LANGUAGES, preferredLanguage, t, useLanguage } from '../text/text.js'
import { canKeep, forget, isKept, keep, sheetAddress } from './keep.js'
import { showSheet } from './sheet.js'

/** The page of a shared tour: it asks for the sheet, shows it, keeps it for when there is no network, and looks again from time to time. */

const LOOK_AGAIN_MS = 5 * 60_000
const OLD_MS = 2 * 60_000
const CHOSEN = 'comparto-tour-language'
const NAMES = { it: 'Italiano', en: 'English' }

const root = document.getElementById('tour')
const said = document.getElementById('said')
const token = new URLSearchParams(location.search).get('t') ?? ''
const isToken = /^[\w-]{16,100}$/.test(token)
const load = (name) => json(`/locales/tour.${name}.json`)

let language = null
let shown = null // the sheet on the page
let isForgotten = false
let installing = null

async function start() {
  const named = [new URLSearchParams(location.search).get('lang'), chosenBefore()].find((one) => LANGUAGES.includes(one))
  language = named ?? preferredLanguage(navigator.languages)
  await speak(language)
  if (!isToken) return tell(t('tour.noToken'))
  await look()
  setInterval(look, LOOK_AGAIN_MS)
  addEventListener('online', look)
  addEventListener('offline', () => shown && status())
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && look())
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    installing = event
    if (shown) render()
  })
}

/** Answers whether it is spoken: another may have been chosen meanwhile. */
async function speak(next) {
  language = next
  if (!(await useLanguage(next, load))) return false
  document.querySelector('.tour-skip').textContent = t('tour.skip')
  document.getElementById('languages').setAttribute('aria-label', t('tour.language'))
  document.getElementById('languages').replaceChildren(...LANGUAGES.map((one) => element('button', { type: 'button', lang: one, title: NAMES[one], 'aria-pressed': String(one === next),
    on: { click: () => choose(one) } }, one.toUpperCase())))
  return true
}

/** The language stays chosen: in the address, for whoever it is given to, and on this device. */
async function choose(next) {
  if (!(await speak(next))) return
  document.querySelector('#languages [aria-pressed=true]').focus()
  const address = new URL(location.href)
  address.searchParams.set('lang', next)
  history.replaceState(null, '', address)
  try {
    localStorage.setItem(CHOSEN, next)
  } catch {
    // a device that keeps nothing has the address
  }
  if (!isToken) tell(t('tour.noToken'))
  else if (isForgotten) tell(t('tour.forgotten'))
  else await look()
}

function chosenBefore() {
  try {
    return localStorage.getItem(CHOSEN)
  } catch {
    return null
  }
}

/** Asks for the sheet; a newer one takes the place of what is shown. */
async function look() {
  if (isForgotten) return
  try {
    const sheet = await json(sheetAddress(token, language))
    const isNews = !shown || shown.language !== sheet.language || shown.version !== sheet.version
    shown = sheet
    if (isNews) await render()
    else status()
    await aside(isNews)
  } catch (problem) {
    if (problem.status === 404 || problem.status === 410) {
      await forget(token)
      shown = null
      tell(t('tour.ended'))
    } else if (!shown) {
      console.warn(problem)
      tell(t('tour.failed'))
    } else status()
  }
}

async function render() {
  document.title = `${shown.name} – Comparto`
  if (!document.querySelector('link[rel=manifest]')) document.head.append(element('link', { rel: 'manifest', href: `/api/tours/shared/${token}/tour.webmanifest` }))
  await showSheet(root, shown, { onForget, onInstall: installing && install, canKeep: canKeep() })
  root.removeAttribute('aria-busy')
  status()
}

/** Keeps what the network has just given. */
async function aside(isNews) {
  if (!isOld() && canKeep() && (isNews || !(await isKept(token)))) {
    try {
      await keep(token, LANGUAGES, shown.maps.map(({ href }) => href))
      document.documentElement.dataset.kept = shown.version
    } catch (problem) {
      console.warn(problem) // no room, or not allowed here: the page works, only not without a network
    }
    status()
  }
}

const isOld = () => Date.now() - Date.parse(shown.answeredAt) > OLD_MS

function status() {
  if (!shown) return
  const kept = document.documentElement.dataset.kept || (isOld() && 'kept')
  said.textContent = isOld() || !navigator.onLine ? t('tour.offline', { moment: moment(shown.answeredAt) }) : t(kept ? 'tour.kept' : 'tour.fresh', { moment: moment(shown.answeredAt) })
}

async function onForget() {
  isForgotten = true
  await forget(token)
  delete document.documentElement.dataset.kept
  shown = null
  tell(t('tour.forgotten'))
}

async function install() {
  await installing.prompt()
  installing = null
  if (shown) render()
}

function tell(text) {
  root.removeAttribute('aria-busy')
  root.replaceChildren(element('h1', {}, t('tour.title')), element('p', {}, text))
  said.textContent = ''
}

start()
