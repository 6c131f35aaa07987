import { density, faultsOf, inquiryOf, newKey } from '/js/inquiry/brief.js'
import { dropDraft, keepDraft, readDraft } from '/js/inquiry/draft.js'
import { fromHash, toHash } from '/js/state/permalink.js'
import { askAbout, askAlso, askNotAbout, goToPlace, initialState, showReceipt } from '/js/state/view.js'
import { equal, ok } from './check.js'

const written = { 'contact.organisation': 'Rossi', 'contact.name': 'Anna', 'contact.email': 'a@rossi.example', 'needs.activity': 'logistica', 'needs.areaM2': '20000', consent: '2026-11' }

const shelf = (kept = {}) => () => ({ getItem: (name) => kept[name] ?? null, setItem: (name, value) => { kept[name] = value }, removeItem: (name) => { delete kept[name] } })

export function nothingIsWrongWithWhatIsComplete() {
  equal(faultsOf(written), {})
  equal(faultsOf({ ...written, 'needs.activity': '', 'needs.ateco': '52.10' }), {})
}

export function anEmptyFormNamesAllThatIsMissing() {
  equal(Object.keys(faultsOf({})).sort(), ['consent', 'contact.email', 'contact.name', 'contact.organisation', 'needs.activity', 'needs.areaM2'])
}

export function whatCanNotBeIsRefusedAtItsField() {
  equal(faultsOf({ ...written, 'contact.email': 'a@b' }), { 'contact.email': 'unlike' })
  equal(faultsOf({ ...written, 'needs.jobs': '1.5' }), { 'needs.jobs': 'unlike' })
  equal(faultsOf({ ...written, 'needs.areaM2': '?' }), { 'needs.areaM2': 'unlike' })
  equal(faultsOf({ ...written, 'needs.ateco': 'C28' }), { 'needs.ateco': 'unlike' })
  equal(faultsOf({ ...written, 'needs.earliest': '2027-05-01', 'needs.latest': '2027-04-30' }), { 'needs.latest': 'late' })
}

export function emptyFieldsAreNotSent() {
  const sent = inquiryOf({ ...written, 'needs.atecoVersion': '2025', 'needs.jobs': '45', message: '  ' },
    { language: 'it', about: [{ layer: 'plot', id: 7 }], search: '#place=map', consent: '2026-11', stamp: 's', website: '' })
  equal(sent, {
    contact: { organisation: 'Rossi', name: 'Anna', email: 'a@rossi.example' }, needs: { activity: 'logistica', areaM2: 20000, jobs: 45 },
    places: [7], language: 'it', search: '#place=map', consent: '2026-11', form: 's',
  })
}

export function jobsPerThousandSquareMetresAreDerived() {
  equal(density({ 'needs.jobs': '45', 'needs.areaM2': '20000' }), 2.3)
  equal(density({ 'needs.jobs': '45', 'needs.areaM2': '' }), null)
}

export function aDraftIsKeptForAWeekUnderOneKey() {
  const storage = shelf()
  const first = readDraft(storage, 1000)
  keepDraft({ ...first, values: written }, storage, 1000)
  equal(readDraft(storage, 2000).key, first.key)
  equal(readDraft(storage, 2000).values, written)
  equal(readDraft(storage, 1000 + 8 * 86_400_000).values, {})
  dropDraft(storage)
  ok(readDraft(storage, 2000).key !== first.key)
  ok(newKey().length >= 16)
}

export function aBrowserThatKeepsNothingHoldsWhatIsWrittenUntilThePageIsLeft() {
  const none = () => { throw new DOMException('denied', 'SecurityError') }
  const full = () => ({ getItem: () => null, setItem: () => { throw new DOMException('full', 'QuotaExceededError') }, removeItem: () => {} })
  for (const storage of [none, full]) {
    const draft = readDraft(storage)
    equal(keepDraft({ ...draft, values: written }, storage), false)
    equal([readDraft(storage).key, readDraft(storage).values], [draft.key, written])
    dropDraft(storage)
    equal(readDraft(storage).values, {})
  }
  const storage = shelf()
  equal(keepDraft({ ...readDraft(storage), values: written }, storage), true)
  equal(readDraft(storage).values, written)
}

export function whatAnInquiryIsAboutStandsInItsLink() {
  const asking = askAbout(askAbout(askAbout(initialState, 'plot', 12), 'plot', 12), 'industrial_zone', 3)
  equal(fromHash(toHash(asking)).about, [{ layer: 'plot', id: 12 }, { layer: 'industrial_zone', id: 3 }])
  equal(askNotAbout(asking, 'plot', 12).about, [{ layer: 'industrial_zone', id: 3 }])
}

export function whatADraftWasAboutStaysBesideWhatIsAskedAboutNow() {
  const asking = askAbout(initialState, 'plot', 12)
  equal(askAlso(asking, [{ layer: 'plot', id: 7 }, { layer: 'plot', id: 12 }]).about, [{ layer: 'plot', id: 7 }, { layer: 'plot', id: 12 }])
  equal(askAlso(initialState, []), initialState)
}

export function aReceiptIsOpenedByItsLinkAndLeftByGoingElsewhere() {
  const token = '12.abcdefghijklmnopqrstuvwxyz_-0123456789ABCDE'
  const shown = showReceipt(initialState, token)
  equal(fromHash(toHash(shown)).receipt, token)
  equal(fromHash('#place=inquiry&receipt=../../x').receipt, null)
  equal(goToPlace(shown, 'inquiry').receipt, null)
}
