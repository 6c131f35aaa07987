import { withUnit } from '../../text/format.js'
import { t } from '../../text/text.js'
import { element, textButton } from '../../panels/markup.js'
import { choice, labelled } from '../../panels/fields.js'
import { amountField, energyText } from './amounts.js'
import { addMember, ARCHETYPES, changeMember, dropMember, KINDS, memberOfCompany, note } from './model.js'
import { section, textField } from './section.js'
import { seriesField } from './series-field.js'

/** The members: companies of the primary-substation area, or typed in; of each what it is, what it needs in a year, and when: by an archetype or as it was measured. */
export function membersSection(parts) {
  const { book } = parts
  const words = { title: t('cm.members'), hint: t('cm.members.hint'), choose: (count) => t('cm.members.choose', { count }), pick: t('cm.members.pick') }
  return section(parts, { list: 'members', words, line, fields, drop: dropMember,
    byHand: [textButton(t('cm.members.municipal'), 'plus', () => book.reshape(addMember, { name: '', kind: 'municipality', archetype: 'office', annualKwh: null })),
      textButton(t('cm.members.byHand'), 'plus', () => book.reshape(addMember, { name: '', kind: 'person', archetype: 'household', annualKwh: null }))],
    choose: { all: ({ companies }) => companies, name: (company) => company.name || company.feature,
      facts: ({ sizeClass, annualKwh }) => [sizeClass ? t(`cm.size.${sizeClass}`) : t('cm.size.unknown'), annualKwh ? withUnit(annualKwh, 'kWh') : t('cm.kwh.unknown')].join(' · '),
      take: (company) => book.reshape(addMember, memberOfCompany(company)),
      takeAll: (companies) => book.reshape((scenario) => companies.reduce((grown, company) => addMember(grown, memberOfCompany(company)), scenario)) } })

  function line({ name, kind, annualKwh, archetype, hourly, quarterHourly }) {
    const measured = hourly ?? quarterHourly
    return [name || t('cm.unnamed.member'), kind ? t(`cm.kind.${kind}`) : t('cm.kind.missing'), measured ? energyText(measured.reduce((sum, value) => sum + value, 0)) : annualKwh === null || annualKwh === undefined ? t('cm.kwh.missing') : energyText(annualKwh),
      measured ? t('cm.measured') : archetype && t(`cm.archetype.${archetype}`)]
  }

  function fields(member) {
    const { id } = member
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
}
