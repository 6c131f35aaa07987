import { createHostServer } from '../api/hosts.js'
import { censusLink, hostBookings } from '../invitations/bookings.js'
import { lookAt } from '../state/view.js'
import { language, pick, t, useWords } from '../text/text.js'
import { element, textButton } from '../panels/markup.js'
import { useStyles } from '../panels/styles.js'
import { showPlaces } from './parking-field.js'
import { sidePage } from './side.js'
import { hostDays, hostSummary } from './summary.js'

const LAYERS = ['company', 'visit_place']
const NEAR = 0.004 // degrees around the entrance that the map shows

/** The place Host: what a group sees of somebody who receives visitors, and for those who may, the form that changes it. */
export async function hostPage(parts) {
  const { store, session, server, catalogue, overlay } = parts
  await Promise.all([useWords('hosts', server.locale), useStyles('/css/hosts.css'), session.read().catch(() => {})])
  const hosts = createHostServer(session)
  sidePage(parts, { place: 'host', key: (state) => [state.host, state.session?.account?.username], label: () => t('place.host'), unknown: () => t('hosts.none'), draw })

  async function draw(live) {
    const id = store.get().host
    const mayEdit = store.get().session?.account?.scopes?.some((scope) => scope === 'write' || scope === 'propose')
    const host = await hosts.host(id, {}, { signal: live.signal }).catch((problem) => {
      if (problem.status === 404 && mayEdit) return null // not shown to anybody, and the desk may change that
      throw problem
    })
    return host ? shown(host, live, mayEdit) : editing(id, LAYERS, null, live)
  }

  function shown(host, live, mayEdit) {
    live.heading.textContent = host.name[language()]
    look(host.entrance)
    showPlaces(overlay, host.entrance, host.parking)
    const head = element('p', { class: 'host-kind' }, host.kind === 'company' ? t('hosts.kind.company') : pick(catalogue.codeTitle('place_kind', host.kind)), host.municipalityName && ` · ${host.municipalityName}`)
    const { account } = store.get().session ?? {}
    const bookings = element('div', {})
    if (account?.scopes?.includes('propose')) hostBookings(hosts, host.id, live.signal).then((found) => found && bookings.replaceChildren(found), (problem) => {
      if (!live.signal.aborted) bookings.replaceChildren(element('p', { class: 'host-trouble', role: 'alert' }, problem.detail ?? t('hosts.failed')))
    })
    const body = element('div', { class: 'host-body' }, head, host.demonstration && element('p', { class: 'host-note' }, t('hosts.demonstration')), host.description && element('p', {}, host.description[language()]),
      element('div', { class: 'button-row' }, mayEdit && textButton(t('hosts.edit'), 'pencil', async () => {
        body.replaceChildren(element('p', { role: 'status' }, t('hosts.waiting')))
        try {
          body.replaceChildren(await editing(host.id, [host.layer], host, live))
          body.querySelector('input, select')?.focus()
        } catch (problem) {
          body.replaceChildren(element('p', { class: 'host-trouble', role: 'alert' }, problem.detail ?? t('hosts.failed')))
        }
      }), censusLink(host.layer, host.id, account)),
      hostSummary(host, catalogue), element('h2', {}, t('hosts.nextDays')), host.hoursKnown ? hostDays(host.days, host.taken) : element('p', {}, t('hosts.hoursUnknown')), bookings)
    return body
  }

  async function editing(id, layers, host, live) {
    const { layer, feature } = await found(id, layers, live.signal)
    const { hostEditor } = await import('./editor.js')
    const [lon, lat] = feature.geometry.coordinates
    live.heading.textContent = feature.properties.name ?? feature.properties.code
    look({ lon, lat })
    return hostEditor({ ...parts, hosts, signal: live.signal, layer, name: feature.properties.name, kind: host?.kind ?? layer, contact: host?.contact, entrance: { lon, lat },
      values: Object.fromEntries(Object.entries(feature.properties).filter(([, value]) => value !== null)),
      save: async (changes) => {
        const { proposal } = await hosts.save(layer, id, feature.etag, changes)
        const said = element('p', { class: 'host-good', role: 'status', tabindex: '-1' }, t(proposal ? 'hosts.proposed' : 'hosts.saved'))
        await live.again()
        document.querySelector('#host .host-body')?.prepend(said)
        said.focus()
      } })
  }

  async function found(id, layers, signal) {
    for (const layer of layers) {
      const feature = await hosts.feature(layer, id, { signal }).catch((problem) => {
        if (problem.status === 404) return null
        throw problem
      })
      if (feature) return { layer, feature }
    }
    throw Object.assign(new Error('no host'), { status: 404 })
  }

  function look({ lon, lat }) {
    store.change(lookAt, [lon - NEAR, lat - NEAR, lon + NEAR, lat + NEAR])
  }
}
