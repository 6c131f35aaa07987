import { withUnit } from '../../text/format.js'
import { t } from '../../text/text.js'
import { element, textButton } from '../../panels/markup.js'
import { choice, labelled } from '../../panels/fields.js'
import { amountField, energyText } from './amounts.js'
import { matching } from './candidates.js'
import { addMember, ARCHETYPES, changeMember, dropMember, KINDS, memberOfCompany, missing, note } from './model.js'
import { textField } from './plants.js'
import { picker, rowList } from './rows.js'
import { seriesField } from './series-field.js'

/** The members: companies of the primary-substation area, or typed in; of each what it is, what it needs in a year, and when: by an archetype or as it was measured. */
export function membersSection(parts) {
  const { book, signal } = parts
  const picks = element('div', {})
  let shown = null // the picker of the candidates that are there
  parts.candidates.watch(showPicks, signal)
  book.watch('shape', showPicks, signal)
  showPicks()
  return element('div', { class: 'side-fold-body' }, element('p', { class: 'field-hint' }, t('cm.members.hint')),
    rowList({ book, signal, name: t('cm.members'), rows: () => book.get().members, label: ({ name, id }) => name || id, drop: ({ id }) => book.reshape(dropMember, id), line, fields,
      isComplete: ({ id }) => !missing(book.get()).some((gap) => gap.list === 'members' && gap.id === id) }),
    element('div', { class: 'button-row' },
      textButton(t('cm.members.municipal'), 'plus', () => book.reshape(addMember, { name: '', kind: 'municipality', archetype: 'office', annualKwh: null })),
      textButton(t('cm.members.byHand'), 'plus', () => book.reshape(addMember, { name: '', kind: 'person', archetype: 'household', annualKwh: null }))), picks)

  function memberOf(id) {
    return book.get().members.find((member) => member.id === id) ?? {}
  }

  function line({ id }) {
    const { name, kind, annualKwh, archetype, hourly, quarterHourly } = memberOf(id)
    const measured = hourly ?? quarterHourly
    return [name || t('cm.unnamed.member'), kind ? t(`cm.kind.${kind}`) : t('cm.kind.missing'), measured ? energyText(measured.reduce((sum, value) => sum + value, 0)) : annualKwh === null || annualKwh === undefined ? t('cm.kwh.missing') : energyText(annualKwh),
      measured ? t('cm.measured') : archetype && t(`cm.archetype.${archetype}`)].filter(Boolean).join(' · ')
  }

  function fields({ id }) {
    const member = memberOf(id)
    const put = (values) => book.change(changeMember, id, values)
    return [
      labelled(t('cm.name'), textField(`cm-${id}-name`, member.name, (name) => put({ name }))),
      element('div', { class: 'side-fields' },
        labelled(t('cm.member.kind'), choice([['', t('cm.choose')], ...KINDS.map((kind) => [kind, t(`cm.kind.${kind}`)])], member.kind, (kind) => put({ kind: kind || null }), { id: `cm-${id}-kind` })),
        amountField({ id: `cm-${id}-annualKwh`, label: t('cm.member.kwh'), unit: 'kWh', value: member.annualKwh, most: 1e9, onChange: (annualKwh) => put({ annualKwh }) }),
        labelled(t('cm.member.archetype'), choice(ARCHETYPES.map((one) => [one, t(`cm.archetype.${one}`)]), member.archetype, (archetype) => put({ archetype }), { id: `cm-${id}-archetype` }), t('cm.member.archetype.hint'))),
      seriesField({ id: `cm-${id}-load`, label: t('cm.member.load'), hint: t('cm.member.load.hint'), year: () => book.get().year, present: member.hourly ?? member.quarterHourly, file: book.get().builder.files?.[id],
        onRead: ({ values, step, name }) => book.reshape((scenario) => note(changeMember(scenario, id, step === 15 ? { quarterHourly: values, hourly: null } : { hourly: values, quarterHourly: null }), { files: { ...scenario.builder.files, [id]: name } })),
        onDrop: () => book.reshape((scenario) => note(changeMember(scenario, id, { hourly: null, quarterHourly: null }), { files: { ...scenario.builder.files, [id]: null } })) }),
      element('details', { class: 'cm-more' }, element('summary', {}, t('cm.more')), element('div', { class: 'side-fields' },
        labelled(t('cm.member.ateco'), textField(`cm-${id}-ateco`, member.ateco, (ateco) => put({ ateco: ateco || null })), t('cm.member.ateco.hint')),
        labelled(t('cm.member.atecoVersion'), choice([['', t('notKnown')], ['2007', 'ATECO 2007'], ['2025', 'ATECO 2025']], member.atecoVersion, (version) => put({ atecoVersion: version || null }), { id: `cm-${id}-atecoVersion` })),
        labelled(t('cm.substation'), textField(`cm-${id}-substation`, member.substation, (substation) => put({ substation: substation || null }))))),
    ]
  }

  function showPicks() {
    const { status, found } = parts.candidates.result()
    if (status !== 'there') {
      picks.replaceChildren()
      shown = null
      return
    }
    if (shown?.found === found) return shown.render()
    const isTaken = (company) => book.get().members.some(({ feature }) => feature === company.feature)
    shown = { found, ...picker({ id: 'cm-pick-members', title: () => t('cm.members.choose', { count: found.companies.length }), label: t('cm.members.pick'), found: (words) => matching(found.companies, words),
      name: (company) => company.name || company.feature, facts: ({ sizeClass, annualKwh }) => [sizeClass ? t(`cm.size.${sizeClass}`) : t('cm.size.unknown'), annualKwh ? withUnit(annualKwh, 'kWh') : t('cm.kwh.unknown')].join(' · '),
      note: found.truncated && t('cm.pick.cut'), open: book.get().members.length === 0,
      actions: (company) => [{ text: t('cm.pick.add'), taken: isTaken(company), take: () => book.reshape(addMember, memberOfCompany(company)) }],
      all: (companies) => book.reshape((scenario) => companies.reduce((grown, company) => addMember(grown, memberOfCompany(company)), scenario)) }) }
    picks.replaceChildren(shown.root)
  }
}
