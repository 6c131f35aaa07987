import { boxOf } from '../api/territories.js'
import { icon, element } from '../panels/markup.js'
import { language, t } from '../text/text.js'

/** The middle of a box [west, south, east, north] as a place of the roads: {lon, lat, name}. */
export const middleOf = ([west, south, east, north], name) => ({ lon: (west + east) / 2, lat: (south + north) / 2, name })

/** The middle of a feature as a place of the roads. */
export const placeOf = ({ geometry, properties }) => middleOf(boxOf(geometry), properties.name ?? properties.code)

/** A link to directions that begin at a place {lon, lat, name}. */
export const directionsLink = (place) => link(t('roads.link.directions'), 'arrow-right-circle', { route: `${pair(place)};`, names: name(place) })

/** A link to the area that is reached from a place {lon, lat, name}. */
export const reachableLink = (place) => link(t('roads.link.reachable'), 'map-marker-circle', { iso: `${pair(place)};15,30`, names: name(place) })

const link = (text, iconName, asked) => element('a', { class: 'text-button', href: `#${new URLSearchParams({ place: 'roads', lang: language(), ...asked, profile: 'truck' })}` }, icon(iconName), element('span', {}, text))
const pair = ({ lon, lat }) => `${lon.toFixed(5)},${lat.toFixed(5)}`
const name = ({ name: title }) => (title ?? '').replaceAll('|', ' ')
