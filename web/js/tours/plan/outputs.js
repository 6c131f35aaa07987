import { element, icon, textButton } from '../../panels/markup.js'
import { language, t } from '../../text/text.js'
import { mapLinks } from './map-links.js'
import { sentQuestion } from './model.js'
import { problemText } from './problems.js'
import { hostName } from './hosts.js'
import { shownItineraries } from './shown.js'
import { routeName } from './timetable.js'

const FORMS = [['roadbook.pdf', 'file-pdf'], ['tour.ics', 'calendar'], ['tour.gpx', 'map-marker'], ['tour.kml', 'map-marker'], ['tour.csv', 'file-csv']]

/** What is taken along: the roadbook, the calendar, the track … of the saved tour as it lies on the server, or of the plan that nobody has saved. */
export function outputs({ record, tours, book, hosts, planning, isSaved }) {
  const said = element('p', { class: 'side-small', role: 'status' })
  const onServer = record.version !== null && isSaved
  const forms = [...FORMS, ...(onServer && record.participants.length > 0 ? [['participants.pdf', 'file-pdf']] : [])]
  const buttons = element('div', { class: 'tour-outputs' }, ...forms.map(([form, sign]) => textButton(t(`tours.output.${form}`), sign, () => fetchForm(form), { 'data-form': form })))
  return element('section', { class: 'tour-form', 'aria-label': t('tours.outputs') }, element('h3', {}, t('tours.outputs')), record.version !== null && !isSaved && element('p', { class: 'side-small' }, t('tours.outputs.unsaved')),
    buttons, said, hostSheets(), links())

  async function fetchForm(form, title = form) {
    said.textContent = t('tours.output.waiting')
    try {
      const blob = onServer ? await tours.api.output(record.id, form, record.key, language()).catch(asShown(form)) : await unsaved(form)
      const address = URL.createObjectURL(blob)
      const link = element('a', { href: address, download: `${fileName(record.name)}-${title}` })
      document.body.append(link)
      link.click()
      link.remove()
      setTimeout(() => URL.revokeObjectURL(address), 10_000)
      said.textContent = t('tours.output.done')
    } catch (problem) {
      said.textContent = problemText(problem)
    }
  }

  async function unsaved(form) {
    const plan = await planning.answer()
    if (!plan) throw planning.get().problem ?? { status: 422, detail: t('tours.output.noPlan') }
    return tours.api.unsavedOutput(form, { name: record.name || t('tours.unnamed'), language: language(), question: sentQuestion(book.get()), plan })
  }

  /** A tour that the server no longer shows us still leaves as it stands here. */
  function asShown(form) {
    return (problem) => {
      if (problem.status !== 404 || !FORMS.some(([one]) => one === form)) throw problem
      return unsaved(form)
    }
  }

  /** A page for each host: who comes, when, how many. */
  function hostSheets() {
    const ids = [...new Set(book.get().order.flatMap(({ stops }) => stops))].filter((id) => hosts.get(id))
    if (!onServer || ids.length === 0) return null
    return element('details', { class: 'side-fold' }, element('summary', {}, t('tours.output.hosts')), element('div', { class: 'side-fold-body' },
      ...ids.map((id) => textButton(hostName(hosts.get(id)), 'file-pdf', () => fetchForm(`host/${hosts.get(id).id}.pdf`, `${fileName(hostName(hosts.get(id)))}.pdf`)))))
  }

  /** The same stops in programs that everybody has; these know nothing of the size of a coach. */
  function links() {
    const tour = book.get()
    const itineraries = shownItineraries(tour, planning.get().answer).filter(({ stops }) => stops.length > 0)
    if (itineraries.length === 0) return null
    return element('details', { class: 'side-fold' }, element('summary', {}, t('tours.maps')), element('div', { class: 'side-fold-body' }, element('p', { class: 'side-small' }, t('tours.maps.hint')),
      ...itineraries.map((one) => element('p', { class: 'tour-map-links' }, itineraries.length > 1 && element('span', {}, routeName(tour, one), ' '), ...mapLinks(tour, one).map(({ name, href }) => element('a', { href, target: '_blank', rel: 'noopener noreferrer' }, name, ' ', icon('external-link', 'xs')))))))
  }
}

const fileName = (name) => (name || t('tours.unnamed')).normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[^\w]+/g, '-').replace(/^-|-$/g, '').toLowerCase() || 'tour'
