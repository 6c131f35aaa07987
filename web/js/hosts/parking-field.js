import { forgetPoint, pickOnMap } from '../state/roads.js'
import { number } from '../text/format.js'
import { t } from '../text/text.js'
import { element, textButton } from '../panels/markup.js'
import { PARKING } from './side.js'

/** Where coaches wait, taken from the map: {root, value()} with {lon, lat} or null. The entrance and the place are shown on the map while the page is open. */
export function parkingField({ entrance, parking: given, store, overlay, onChange, signal }) {
  let parking = given
  const said = element('p', { class: 'field-hint', role: 'status' })
  const choose = textButton(t('hosts.parking.choose'), 'map-marker', () => store.change(pickOnMap, PARKING))
  const drop = textButton(t('hosts.parking.drop'), 'close', () => { put(null); choose.focus() })
  store.watch((state) => state.pickedPoint, (picked) => {
    if (picked?.of !== PARKING) return
    store.change(forgetPoint)
    put({ lon: picked.point[0], lat: picked.point[1] })
    choose.focus({ preventScroll: true })
  }, { signal, now: false })
  put(parking, false)
  return { root: element('div', { class: 'host-field is-wide' }, element('strong', {}, t('hosts.parking')), said, element('div', { class: 'button-row' }, choose, drop)), value: () => parking }

  function put(next, tell = true) {
    parking = next
    drop.hidden = !next
    said.textContent = next ? t('hosts.parking.at', { position: `${number(next.lat, 5)}, ${number(next.lon, 5)}` }) : t('hosts.parking.none')
    showPlaces(overlay, entrance, parking)
    if (tell) onChange()
  }
}

/** Entrance and coach parking on the map. */
export function showPlaces(overlay, entrance, parking) {
  overlay.show({ signs: [{ ...entrance, text: t('hosts.sign.entrance'), kind: 'limit' }, ...(parking ? [{ ...parking, text: t('hosts.sign.parking'), kind: 'limit' }] : [])] })
}
