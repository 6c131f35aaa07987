import { readCoordinates } from '/js/state/coordinates.js'
import { close, equal } from './check.js'

const CERVIA = { latitude: 44.25, longitude: 12.33 }

export function readsLatitudeFirst() {
  equal(readCoordinates('44.25, 12.33'), CERVIA)
}

export function readsCoordinatesInEitherOrderWhenOnlyOneCanBeInItaly() {
  equal(readCoordinates('12.33 44.25'), CERVIA)
}

export function readsDecimalCommas() {
  equal(readCoordinates('12,33 44,25'), CERVIA)
  equal(readCoordinates('44,25; 12,33'), CERVIA)
  equal(readCoordinates('44,25, 12,33'), CERVIA)
}

export function readsAPairWithoutBlanksAsPoints() {
  equal(readCoordinates('44.25,12.33'), CERVIA)
}

export function readsDegreesMinutesAndSeconds() {
  const { latitude, longitude } = readCoordinates('44°15\'00"N 12°19\'48"E')
  close(latitude, 44.25)
  close(longitude, 12.33)
}

export function readsTypographicMinutesAndDecimalSeconds() {
  const { latitude, longitude } = readCoordinates('44° 15′ 3,6″ N, 12° 19′ 48″ E')
  close(latitude, 44.251)
  close(longitude, 12.33)
}

export function believesCompassLettersMoreThanTheOrder() {
  equal(readCoordinates('12.33E 44.25N'), CERVIA)
}

export function readsOAsWestInItalian() {
  equal(readCoordinates('44.25 N, 12.33 O'), { latitude: 44.25, longitude: -12.33 })
}

export function takesLatitudeFirstOutsideItaly() {
  equal(readCoordinates('-10.5, 20'), { latitude: -10.5, longitude: 20 })
}

export function leavesWordsAndSingleNumbersToTheSearch() {
  for (const text of ['Cervia', '039007', '44.25', 'MO-01-010', 'via Roma 12, 44', '']) equal(readCoordinates(text), null)
}

export function refusesPlacesThatDoNotExist() {
  equal(readCoordinates('144.25, 112.33'), null)
  equal(readCoordinates('44N 45N'), null)
}
