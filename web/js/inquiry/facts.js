import { select, showLayer } from '../state/view.js'
import { day, number, withUnit } from '../text/format.js'
import { pick, t } from '../text/text.js'
import { element } from '../panels/markup.js'

/** What an inquiry says, as a list of terms, for its sender and for the desk; what is not known is left out. */
export function inquiryFacts({ needs, contact, message, territories: codes }, { catalogue, territories }) {
  const territoryNames = (codes ?? []).map((code) => territories.list.find((one) => one.code === code)?.name ?? code).join(', ')
  const rows = [
    ['contact.organisation', contact?.organisation], ['contact.name', contact?.name],
    ['contact.email', contact && element('a', { href: `mailto:${encodeURIComponent(contact.email).replace('%40', '@')}` }, contact.email)],
    ['contact.phone', contact?.phone],
    ['needs.activity', needs.activity], ['needs.ateco', needs.ateco && `${needs.ateco} (ATECO ${needs.atecoVersion})`],
    ['needs.areaM2', withUnit(needs.areaM2, 'm²')], ['needs.jobs', known(needs.jobs) && number(needs.jobs, 0)],
    ['density', known(needs.jobsPer1000M2) && number(needs.jobsPer1000M2, 1)],
    ['needs.powerKw', known(needs.powerKw) && withUnit(needs.powerKw, 'kW')], ['needs.waterLs', known(needs.waterLs) && withUnit(needs.waterLs, 'l/s')],
    ['needs.earliest', needs.earliest && day(needs.earliest)], ['needs.latest', needs.latest && day(needs.latest)],
    ['needs.offerType', needs.offerType && pick(catalogue.codeTitle('offer_type', needs.offerType))],
    ['needs.budgetEur', known(needs.budgetEur) && withUnit(needs.budgetEur, '€')], ['territory', territoryNames],
    ['message', message && element('span', { class: 'message-text' }, message)],
  ]
  return element('dl', { class: 'inquiry-facts' }, ...rows.filter(([, value]) => value)
    .map(([name, value]) => element('div', {}, element('dt', {}, t(`inquiry.field.${name}`)), element('dd', {}, value))))
}

const known = (value) => value !== undefined && value !== null

export const stateTag = (state) => element('span', { class: `tag tag-inquiry-${state}` }, t(`inquiry.state.${state}`))

/** How a plot or zone is called: its name where that holds the code already. */
export const placeName = ({ code, name }) => (name?.includes(code) ? name : [code, name].filter(Boolean).join(' · '))

/** A plot or zone that was named; one that is public still leads to its place on the map, of another the code stays. */
export function placeItem(place, { store, catalogue }) {
  const show = () => {
    store.change(showLayer, place.layer)
    store.change(select, place.layer, place.id)
  }
  return element('li', {}, element('span', { class: 'chip-kind' }, pick(catalogue.layer(place.layer)?.title)), ' ',
    place.isPublic ? element('button', { type: 'button', class: 'link-button', on: { click: show } }, placeName(place))
      : [place.code, ' ', element('span', { class: 'tag' }, t('inquiry.places.retired'))])
}
