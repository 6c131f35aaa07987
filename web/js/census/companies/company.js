import { openCensusItem, openCensusView } from '../../state/census.js'
import { day, shortMoment } from '../../text/format.js'
import { language, pick, t } from '../../text/text.js'
import { isKnown, sectionsOf } from '../../edit/values.js'
import { labelled, notice } from '../../panels/fields.js'
import { element, failure, textButton, waiting } from '../../panels/markup.js'
import { asked } from '../../survey/form.js'
import { companyValue } from '../value.js'

const GROUPS = ['identity', 'activity', 'size', 'innovation', 'certification', 'welfare', 'energy', 'visit', 'contact']

/** The page of one company: all that is kept, what of it is public and by whose word, its units, and what can be done. */
export async function companyView(parts) {
  const { root, store, catalogue, api, id, signal } = parts
  const back = textButton(t('survey.back'), 'arrow-left', () => store.change(openCensusView, 'companies'))
  const heading = element('h2', { tabindex: '-1' })
  const body = element('div', { class: 'survey-company-body' }, waiting(t('survey.waiting')))
  root.replaceChildren(back, heading, body)
  await show()

  async function show() {
    try {
      const [company, form] = await Promise.all([api.company(id, { signal }), api.form({ signal })])
      if (signal.aborted) return
      draw(company, form.attributes)
    } catch (problem) {
      if (signal.aborted) return
      const into = problem.said?.mergedInto
      body.replaceChildren(into ? notice('info', t('survey.mergedInto'), ' ', link('companies', into, `#${into}`)) : failure(problem.detail ?? t('survey.failed'), t('retry'), show))
    }
  }

  function link(view, item, words) {
    return textButton(words, 'arrow-right', () => store.change(openCensusItem, view, String(item)))
  }

  function draw(company, attributes) {
    const { properties } = company
    heading.textContent = properties.name ?? properties.code
    heading.focus({ preventScroll: true })
    body.replaceChildren(
      element('p', { class: 'side-small' }, t('survey.record', { code: properties.code, version: company.version, moment: shortMoment(company.updatedAt), who: company.updatedBy })),
      company.mergedFrom.length > 0 ? notice('info', t('survey.mergedFrom', { list: company.mergedFrom.join(', ') })) : '',
      element('div', { class: 'button-row survey-actions' },
        element('button', { type: 'button', class: 'btn btn-primary', on: { click: () => store.change(openCensusItem, 'survey', `interview:${id}`) } }, t('survey.interview')),
        element('a', { class: 'text-button', href: `#place=host&lang=${language()}&id=${id}` }, t('survey.host')),
        element('a', { class: 'text-button', href: `#place=history&lang=${language()}&feature=company/${id}` }, t('survey.history'))),
      ateco(company.ateco), consents(company), units(company.units), ...sections(properties, attributes),
      asked(t('survey.eraseCompany'), 'delete', t('survey.eraseCompany.sure'), element('button', { type: 'button', class: 'btn btn-danger', on: { click: async () => {
        await api.erase(id)
        store.change(openCensusView, 'companies')
      } } }, t('survey.eraseCompany.do'))))
  }

  function ateco(entry) {
    if (!entry) return ''
    const others = entry.counterparts.map((one) => `${one.code}${one.title ? ` ${one.title}` : ''}`)
    return element('p', { class: 'side-small' }, t('survey.ateco', { version: entry.version, code: entry.code }), ' ', entry.title ?? pick(entry.division), ' · ',
      others.length === 0 ? t('survey.ateco.none') : t(entry.certain ? 'survey.ateco.is' : 'survey.ateco.perhaps', { version: entry.counterparts[0].version, list: others.join('; ') }))
  }

  function units(list) {
    return list.length === 0 ? '' : element('section', {}, element('h3', {}, t('survey.units')), element('ul', { class: 'side-list' }, ...list.map((one) =>
      element('li', {}, link('companies', one.id, one.name ?? one.code), ' ', element('span', { class: 'side-small' }, pick(catalogue.codeTitle('unit_kind', one.unitKind)))))))
  }

  function consents(company) {
    const person = element('input', { type: 'text', autocomplete: 'off', maxlength: '200' })
    const trouble = element('p', { class: 'survey-trouble', role: 'alert' })
    const rows = GROUPS.map((group) => {
      const given = company.consents.includes(group)
      const latest = company.evidence.find((one) => one.group === group)
      const title = pick(catalogue.codeTitle('consent_group', group))
      return element('tr', {}, element('th', { scope: 'row' }, title), element('td', {}, element('span', { class: given ? 'tag tag-good' : 'tag' }, t(given ? 'survey.public' : 'survey.notPublic'))),
        element('td', { class: 'side-small' }, latest ? `${t(latest.granted ? 'survey.given' : 'survey.withdrawn', { who: latest.statedBy, day: day(latest.statedOn) })} · ${t(`survey.way.${latest.way}`)}${latest.textVersion ? ` · ${latest.textVersion}` : ''}` : t('survey.neverStated')),
        element('td', {}, textButton(t(given ? 'survey.withdraw' : 'survey.give'), null, () => state(group, !given, person, trouble), { 'aria-label': `${t(given ? 'survey.withdraw' : 'survey.give')}: ${title}` })))
    })
    return element('section', {}, element('h3', {}, t('survey.consents')), labelled(t('survey.whoSaid'), person), trouble,
      element('div', { class: 'side-scroll' }, element('table', { class: 'side-table survey-consent-rows' }, element('tbody', {}, ...rows))))
  }

  async function state(group, granted, person, trouble) {
    if (person.value.trim() === '') {
      trouble.textContent = t('survey.whoMissing')
      return person.focus()
    }
    try {
      await api.consent(id, { group, granted, statedBy: person.value })
      await show()
    } catch (problem) {
      trouble.textContent = problem.detail ?? t('survey.failed')
    }
  }

  function sections(properties, attributes) {
    return sectionsOf(catalogue.sections, attributes).map(({ section, attributes: own }) => {
      const known = own.filter(({ name }) => isKnown(properties[name]))
      return element('details', { class: 'side-fold', open: section.id === 'identity' }, element('summary', {}, element('span', {}, section.title ? pick(section.title) : ''), element('span', { class: 'side-small' }, t('feature.known', { known: known.length, all: own.length }))),
        element('dl', { class: 'side-facts' }, ...known.flatMap((one) => [element('dt', {}, pick(one.title)), element('dd', {}, companyValue(one, properties[one.name], parts))])))
    })
  }
}
