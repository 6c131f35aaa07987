/** Reference systems that files may be in, by EPSG code, with the names of the register; the commonest in Italy first. */
export const REFERENCE_SYSTEMS = [
  [7791, 'RDN2008 / UTM zone 32N (E-N)'],
  [7792, 'RDN2008 / UTM zone 33N (E-N)'],
  [6707, 'RDN2008 / UTM zone 32N (N-E)'],
  [6708, 'RDN2008 / UTM zone 33N (N-E)'],
  [6706, 'RDN2008'],
  [3003, 'Monte Mario / Italy zone 1'],
  [3004, 'Monte Mario / Italy zone 2'],
  [25832, 'ETRS89 / UTM zone 32N'],
  [25833, 'ETRS89 / UTM zone 33N'],
  [32632, 'WGS 84 / UTM zone 32N'],
  [32633, 'WGS 84 / UTM zone 33N'],
  [23032, 'ED50 / UTM zone 32N'],
  [23033, 'ED50 / UTM zone 33N'],
  [4326, 'WGS 84'],
  [3857, 'WGS 84 / Pseudo-Mercator'],
  [7793, 'RDN2008 / UTM zone 34N (E-N)'],
  [7794, 'RDN2008 / Italy zone (E-N)'],
  [7795, 'RDN2008 / Zone 12 (E-N)'],
  [3035, 'ETRS89-extended / LAEA Europe'],
]

/** Reference systems that hold every word somebody typed, in the code, the name or the note. */
export function findReferenceSystems(words, noteOf = () => '') {
  const wanted = words.toLowerCase().split(/[\s:]+/).filter((word) => word && word !== 'epsg')
  return REFERENCE_SYSTEMS.filter(([code, name]) => {
    const text = `${code} ${name} ${noteOf(code)}`.toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}

export const nameOfReferenceSystem = (code) => REFERENCE_SYSTEMS.find(([known]) => known === Number(code))?.[1] ?? null
