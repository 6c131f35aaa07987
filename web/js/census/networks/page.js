import { lookAt, select } from '../../state/view.js'
import { day } from '../../text/format.js'
import { language, pick, t } from '../../text/text.js'
import { notice } from '../../panels/fields.js'
import { element, textButton } from '../../panels/markup.js'

/** One network: what is known of it, who belongs to it as far as they let themselves be named, and where they are. */
export function networkPage({ root, store, catalogue, overlay, census, page, kinds, onEdit, onBack }) {
  const { network, members, unnamed, k } = page
  const kind = pick(kinds.find(({ id }) => id === network.kind)?.title)
  const today = new Date().toISOString().slice(0, 10)
  const present = members.filter(({ leftOn }) => !leftOn || leftOn > today)
  const former = members.filter((member) => !present.includes(member))
  const facts = [
    [t('district.networks.kind'), kind],
    [t('district.networks.chain'), network.productionChain && pick(catalogue.codeTitle('production_chain', network.productionChain))],
    [t('district.networks.brand'), network.brand],
    [t('district.networks.register'), [network.registerNumber, network.registerDate && day(network.registerDate)].filter(Boolean).join(' · ')],
    [t('district.networks.website'), network.website && element('a', { href: network.website, rel: 'external' }, network.website)],
    [t('district.networks.source'), network.source],
  ]
  const heading = element('h2', { tabindex: '-1' }, network.name)
  root.replaceChildren(element('div', { class: 'button-row' }, textButton(t('district.networks.back'), 'arrow-left', onBack), onEdit && textButton(t('district.networks.edit'), 'pencil', onEdit)), heading,
    ...[network.demonstration && notice('warning', t('district.demonstration')), !network.isPublic && notice('info', t('district.networks.draft.text'))].filter(Boolean),
    element('p', {}, purpose(network) ?? t('district.networks.noPurpose')),
    element('dl', { class: 'side-facts' }, ...facts.map(([key, value]) => element('div', {}, element('dt', {}, key), element('dd', {}, value || t('notKnown'))))),
    element('h3', {}, t('district.networks.members', { count: network.members })),
    k ? element('p', { class: 'side-small' }, unnamed ? t('district.networks.unnamed', { count: unnamed }) : t('district.networks.unnamedFew', { k })) : '',
    memberList(present), former.length > 0 ? element('details', { class: 'side-fold' }, element('summary', {}, t('district.networks.former', { count: former.length })), memberList(former)) : '',
    element('div', { class: 'button-row' }, present.length > 0 && textButton(t('district.networks.onMap'), 'map-marker', () => { frame(); census.showMap() }),
      element('a', { class: 'text-button', href: `/api/networks/${network.id}/members.geojson`, download: `comparto_network_${network.id}.geojson` }, 'GeoJSON')))
  draw()
  frame()

  function memberList(some) {
    return element('ul', { class: 'district-members' }, ...some.map((member) => element('li', {}, element('button', { type: 'button', class: 'link-button', on: { click: () => store.change(select, 'company', member.company) } }, member.name),
      element('span', { class: 'side-small' }, [t(`district.networks.role.${member.role}`), member.productionChain && pick(catalogue.codeTitle('production_chain', member.productionChain)),
        member.joinedOn && t('district.networks.since', { day: day(member.joinedOn) }), member.leftOn && t('district.networks.until', { day: day(member.leftOn) })].filter(Boolean).join(' · ')))))
  }

  /** A network has no place of its own: lines lead from its lead, or from the middle of all, to every member. */
  function draw() {
    if (present.length === 0) return
    const lead = present.find(({ role }) => role === 'lead')
    const hub = lead ? [lead.lon, lead.lat] : [mean(present.map(({ lon }) => lon)), mean(present.map(({ lat }) => lat))]
    overlay.show({ lines: present.filter((member) => member !== lead).map(({ lon, lat }) => ({ coordinates: [hub, [lon, lat]], kind: 'link' })),
      circles: present.map((member) => ({ lon: member.lon, lat: member.lat, radius: member === lead ? 12 : 8 })) })
  }

  function frame() {
    if (present.length === 0) return
    const [lons, lats] = [present.map(({ lon }) => lon), present.map(({ lat }) => lat)]
    store.change(lookAt, [Math.min(...lons) - 0.01, Math.min(...lats) - 0.01, Math.max(...lons) + 0.01, Math.max(...lats) + 0.01])
  }
}

const purpose = ({ purposeIt, purposeEn }) => (language() === 'en' ? purposeEn ?? purposeIt : purposeIt ?? purposeEn)
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length
