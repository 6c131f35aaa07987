/**
 * What a person has written into the form, as flat texts by the names that the server gives the fields
 * (contact.email, needs.areaM2 …), and what becomes of it. Nothing here touches the page.
 */
const REQUIRED = ['needs.areaM2', 'contact.organisation', 'contact.name', 'contact.email', 'consent']
const AMOUNTS = { 'needs.areaM2': [1, 1e8], 'needs.powerKw': [0, 1e7], 'needs.waterLs': [0, 1e5], 'needs.jobs': [0, 1e6], 'needs.budgetEur': [0, 1e11] }

/** The fields in the order of the form; the first fault is looked for in this order. */
export const FIELDS = ['places', 'territory', 'needs.ateco', 'needs.atecoVersion', 'needs.activity', 'needs.areaM2', 'needs.jobs', 'needs.powerKw', 'needs.waterLs',
  'needs.earliest', 'needs.latest', 'needs.offerType', 'needs.budgetEur', 'contact.organisation', 'contact.name', 'contact.email', 'contact.phone', 'message', 'consent']

/** What is wrong, by field: required, unlike (not of the expected form) or late (before the earliest day). */
export function faultsOf(values) {
  const text = (name) => String(values[name] ?? '').trim()
  const faults = {}
  for (const name of REQUIRED) if (!text(name)) faults[name] = 'required'
  if (!text('needs.ateco') && !text('needs.activity')) faults['needs.activity'] = 'required'
  if (text('needs.ateco') && !/^\d{2}(\.\d{1,2}(\.\d{1,2})?)?$/.test(text('needs.ateco'))) faults['needs.ateco'] = 'unlike'
  if (text('contact.email') && !/^[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>]{2,}$/.test(text('contact.email'))) faults['contact.email'] = 'unlike'
  if (text('contact.phone') && !/^[+0-9 ()./-]{5,40}$/.test(text('contact.phone'))) faults['contact.phone'] = 'unlike'
  for (const [name, [least, most]] of Object.entries(AMOUNTS)) {
    const value = Number(text(name))
    if (text(name) && !(value >= least && value <= most && (name !== 'needs.jobs' || Number.isInteger(value)))) faults[name] = 'unlike'
  }
  if (text('needs.earliest') && text('needs.latest') && text('needs.latest') < text('needs.earliest')) faults['needs.latest'] = 'late'
  return faults
}

/** What the server is sent; empty fields are left out, since they are not known. */
export function inquiryOf(values, { language, about, search, consent, stamp, website }) {
  const inquiry = { contact: {}, needs: {}, places: about.map(({ id }) => id), language, search, consent, form: stamp, website }
  for (const name of FIELDS.filter((one) => !['places', 'consent'].includes(one))) {
    const value = String(values[name] ?? '').trim()
    if (!value) continue
    const [group, field] = name.includes('.') ? name.split('.') : [null, name]
    const holder = group ? inquiry[group] : inquiry
    holder[field] = name in AMOUNTS || name === 'needs.atecoVersion' ? Number(value) : value
  }
  if (!inquiry.needs.ateco) delete inquiry.needs.atecoVersion
  if (!website) delete inquiry.website
  return inquiry
}

/** Jobs per 1,000 m² to one decimal, null while one of the two is not known. */
export function density(values) {
  const [jobs, area] = [Number(values['needs.jobs'] || NaN), Number(values['needs.areaM2'] || NaN)]
  return jobs >= 0 && area > 0 ? Math.round((jobs * 10_000) / area) / 10 : null
}

/** A key by which the server knows the same inquiry again, however often it is sent. */
export const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
