import { createHostServer } from '../api/hosts.js'
import { showPlaces } from '../hosts/parking-field.js'
import { sidePage } from '../hosts/side.js'
import { lookAt } from '../state/view.js'
import { t, useWords } from '../text/text.js'
import { element } from '../panels/markup.js'
import { useStyles } from '../panels/styles.js'
import { invitationView } from './view.js'

const NEAR = 0.004 // degrees around the entrance that the map shows

/** The place Visit, which the link in a host's mail opens: what is asked, the answer, and what the host says of its own visits. Nobody needs an account. */
export async function visitPage(parts) {
  const { store, session, server, overlay } = parts
  await Promise.all([useWords('hosts', server.locale), useWords('invitations', server.locale), useStyles('/css/hosts.css'), session.read().catch(() => {})])
  const hosts = createHostServer(session)
  sidePage(parts, { place: 'visit', key: (state) => state.visitToken, label: () => t('place.visit'), unknown: () => t('visit.unknownLink'), draw })

  async function draw(live) {
    const token = store.get().visitToken
    if (!token) throw Object.assign(new Error('no link'), { status: 404 })
    const [visit, profile] = await Promise.all([hosts.visit(token, { signal: live.signal }), hosts.ownProfile(token, { signal: live.signal }).catch(() => null)])
    live.heading.textContent = t('visit.heading', { host: visit.hostName })
    if (profile) {
      const { lon, lat, values } = profile
      store.change(lookAt, [lon - NEAR, lat - NEAR, lon + NEAR, lat + NEAR])
      showPlaces(overlay, { lon, lat }, values.visit_parking_lon === undefined ? null : { lon: values.visit_parking_lon, lat: values.visit_parking_lat })
    }
    return [invitationView({ ...parts, hosts, token, visit, signal: live.signal }), profile && own(token, profile, live)]
  }

  /** "Update your visiting hours": loaded when it is opened. */
  function own(token, profile, live) {
    const content = element('div', {})
    return element('details', { class: 'host-own', on: { toggle: async ({ target }) => {
      if (!target.open || content.hasChildNodes()) return
      const { hostEditor } = await import('../hosts/editor.js')
      content.replaceChildren(hostEditor({ ...parts, hosts, signal: live.signal, layer: profile.layer, name: profile.name, kind: profile.layer, values: profile.values,
        entrance: { lon: profile.lon, lat: profile.lat }, asksWhy: true, save: async (changes, message) => {
          await hosts.proposeProfile(token, profile.version, { changes, message: message || undefined })
          const said = element('p', { class: 'host-good', role: 'status', tabindex: '-1' }, t('visit.own.thanks'))
          content.replaceChildren(said)
          said.focus()
        } }))
    } } }, element('summary', {}, t('visit.own')), element('p', { class: 'field-hint' }, t('visit.own.hint')), content)
  }
}
