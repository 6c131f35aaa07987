/** What a layer can be downloaded as; the first is proposed. */
export const DOWNLOAD_FORMATS = ['gpkg', 'xlsx', 'csv', 'csv-it', 'json', 'shp', 'kml', 'fgb', 'geojsonseq']

const epsg = (code, name) => ({ uri: `http://www.opengis.net/def/crs/EPSG/0/${code}`, name: `${name} (EPSG:${code})` })

/** In which reference systems; the first is what the server means where nothing is said. */
export const DOWNLOAD_SYSTEMS = [
  { uri: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84', name: 'WGS 84 (EPSG:4326)' },
  epsg(6706, 'RDN2008'),
  epsg(7791, 'RDN2008 / UTM 32N'),
  epsg(7792, 'RDN2008 / UTM 33N'),
  epsg(7793, 'RDN2008 / UTM 34N'),
  epsg(7794, 'RDN2008 / Italy zone'),
  epsg(7795, 'RDN2008 / Zone 12'),
  epsg(25832, 'ETRS89 / UTM 32N'),
  epsg(25833, 'ETRS89 / UTM 33N'),
  epsg(32632, 'WGS 84 / UTM 32N'),
  epsg(32633, 'WGS 84 / UTM 33N'),
  epsg(3035, 'ETRS89 / LAEA Europe'),
  epsg(3857, 'Web Mercator'),
]

/** Where a whole layer lies as a file, whose name and titles are in a language. */
export function downloadAddress(layer, format, crs, language) {
  const query = new URLSearchParams({ f: format, lang: language })
  if (crs !== DOWNLOAD_SYSTEMS[0].uri) query.set('crs', crs)
  return `/ogc/collections/${layer}/download?${query}`
}
