/**
 * Reads coordinates as people type them: "44.25, 12.33", "12,33 44,25", "44°15'10\"N 12°20'E".
 * Answers {latitude, longitude} in degrees, or null when the text is not a pair of coordinates.
 * Without compass letters, when only one order lies in Italy that one is meant, else latitude comes first.
 */
export function readCoordinates(text) {
  const pair = readSexagesimal(text) ?? readDecimal(text)
  if (!pair) return null
  const [first, second] = pair
  if (first.axis || second.axis) return withCompass(first, second)
  const asTyped = { latitude: first.value, longitude: second.value }
  const swapped = { latitude: second.value, longitude: first.value }
  return sound(!inItaly(asTyped) && inItaly(swapped) ? swapped : asTyped)
}

const inItaly = ({ latitude, longitude }) => latitude >= 35 && latitude <= 48 && longitude >= 6 && longitude <= 19
const sound = (point) => (Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180 ? point : null)

// A decimal comma is one between digits without a space after it; a separator is a blank, a semicolon, or a comma that is not decimal.
function readDecimal(text) {
  const plain = text.trim()
  const dotted = /^(-?\d{1,3}(?:\.\d+)?)\s*°?\s*([NSEWO])?\s*[,;\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*°?\s*([NSEWO])?$/i.exec(plain)
  if (dotted) return values(dotted)
  const comma = /^(-?\d{1,3}(?:,\d+)?)\s*°?\s*([NSEWO])?(?:\s*;\s*|\s*,\s+|\s+)(-?\d{1,3}(?:,\d+)?)\s*°?\s*([NSEWO])?$/i.exec(plain)
  return comma ? values(comma) : null
}

const values = ([, a, aLetter, b, bLetter]) => [signed(number(a), aLetter), signed(number(b), bLetter)]
const number = (text) => Number(text.replace(',', '.'))

function readSexagesimal(text) {
  const one = `(-?\\d{1,3})\\s*°\\s*(?:(\\d{1,2})\\s*['′’]\\s*)?(?:(\\d{1,2}(?:[.,]\\d+)?)\\s*(?:["″”]|''|′′)\\s*)?([NSEWO])?`
  const found = new RegExp(`^\\s*${one}[\\s,;]*${one}\\s*$`, 'i').exec(text)
  if (!found || (!found[2] && !found[6])) return null
  const [, d1, m1, s1, l1, d2, m2, s2, l2] = found
  return [signed(degrees(d1, m1, s1), l1), signed(degrees(d2, m2, s2), l2)]
}

function degrees(d, minutes = '0', seconds = '0') {
  const size = Math.abs(Number(d)) + Number(minutes) / 60 + number(seconds) / 3600
  return d.startsWith('-') ? -size : size
}

// O is "ovest" in Italian.
function signed(value, letter) {
  const compass = letter?.toUpperCase()
  return { value: compass && 'SWO'.includes(compass) ? -Math.abs(value) : value, axis: compass ? ('NS'.includes(compass) ? 'latitude' : 'longitude') : null }
}

function withCompass(first, second) {
  const latitudeFirst = first.axis ? first.axis === 'latitude' : second.axis === 'longitude'
  if (first.axis && first.axis === second.axis) return null
  const [latitude, longitude] = latitudeFirst ? [first, second] : [second, first]
  return sound({ latitude: latitude.value, longitude: longitude.value })
}
