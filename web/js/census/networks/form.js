import { pick, t } from '../../text/text.js'
import { choice, labelled, notice, tick } from '../../panels/fields.js'
import { element, iconButton, textButton } from '../../panels/markup.js'
import { problemText } from '../problems.js'

const ROLES = ['lead', 'member', 'supplier', 'partner']

/** Makes or changes a network with its members, on the version that is shown. @param page null for a new one */
export function networkForm({ root, catalogue, session, census, territories, page, kinds, territory, onSaved, onRemoved, onCancel }) {
  const network = page?.network
  const values = { territory, kind: network?.kind ?? 'contract', productionChain: network?.productionChain ?? '', isPublic: network?.isPublic ?? false }
  let members = (page?.members ?? []).map(({ company, name, role, joinedOn, leftOn }) => ({ company, name, role, joinedOn: joinedOn ?? '', leftOn: leftOn ?? '' }))
  const field = (name, attributes = {}) => {
    const control = element(attributes.rows ? 'textarea' : 'input', { id: `network-${name}`, ...attributes })
    control.value = network?.[name] ?? ''
    return control
  }
  const fields = { name: field('name', { maxlength: '200', required: true }), registerNumber: field('registerNumber', { maxlength: '60' }), registerDate: field('registerDate', { type: 'date' }),
    brand: field('brand', { maxlength: '200' }), website: field('website', { type: 'url', maxlength: '400' }), source: field('source', { maxlength: '400' }),
    purposeIt: field('purposeIt', { rows: '3', maxlength: '4000' }), purposeEn: field('purposeEn', { rows: '3', maxlength: '4000' }) }
  const trouble = element('div', { role: 'alert' })
  const list = element('div', { class: 'side-tab' })
  const found = element('ul', { class: 'side-list' })
  const words = element('input', { type: 'search', id: 'network-company', maxlength: '100' })
  const put = (name) => (value) => (values[name] = value)
  root.replaceChildren(element('h2', { tabindex: '-1' }, t(network ? 'district.networks.edit' : 'district.networks.new')),
    element('form', { class: 'side-tab', novalidate: true, on: { submit: (event) => { event.preventDefault(); save() } } },
      labelled(t('district.networks.name'), fields.name),
      element('div', { class: 'side-fields' },
        network ? '' : labelled(t('district.territory'), choice(territories.list.map(({ code, name }) => [code, name]), territory, put('territory'), { id: 'network-territory' })),
        labelled(t('district.networks.kind'), choice(kinds.map(({ id, title }) => [id, pick(title)]), values.kind, put('kind'), { id: 'network-kind' })),
        labelled(t('district.networks.chain'), choice([['', '—'], ...catalogue.codes('production_chain').map(({ value, title }) => [value, pick(title)])], values.productionChain, put('productionChain'), { id: 'network-chain' })),
        ...['registerNumber', 'registerDate', 'brand', 'website', 'source'].map((name) => labelled(t(`district.networks.form.${name}`), fields[name]))),
      labelled(t('district.networks.form.purposeIt'), fields.purposeIt), labelled(t('district.networks.form.purposeEn'), fields.purposeEn),
      element('h3', {}, t('district.networks.form.members')), list,
      labelled(t('district.networks.form.search'), words, t('district.networks.form.search.hint')), element('div', { class: 'button-row' }, textButton(t('district.networks.form.find'), 'search', find)), found,
      tick(t('district.networks.form.public'), values.isPublic, put('isPublic')), trouble,
      element('div', { class: 'button-row' }, element('button', { type: 'submit', class: 'btn btn-primary' }, t('district.networks.form.save')), textButton(t('district.networks.form.cancel'), 'close', onCancel),
        network && textButton(t('district.networks.form.remove'), 'delete', (event) => sure(event.currentTarget)))))
  root.querySelector('h2').focus({ preventScroll: true })
  words.addEventListener('keydown', (event) => event.key === 'Enter' && (event.preventDefault(), find()))
  write()

  function write() {
    list.replaceChildren(...members.map((member) => {
      const day = (name) => {
        const control = element('input', { type: 'date', id: `member-${member.company}-${name}`, on: { change: () => (member[name] = control.value) } })
        control.value = member[name]
        return labelled(t(`district.networks.form.${name}`), control)
      }
      return element('fieldset', { class: 'side-set' }, element('legend', {}, member.name), element('div', { class: 'side-fields' },
        labelled(t('district.networks.form.role'), choice(ROLES.map((role) => [role, t(`district.networks.role.${role}`)]), member.role, (role) => (member.role = role), { id: `member-${member.company}-role` })),
        day('joinedOn'), day('leftOn')), element('div', {}, iconButton(t('district.networks.form.out', { name: member.name }), 'close', () => { members = members.filter((one) => one !== member); write() })))
    }))
  }

  async function find() {
    try {
      const { companies } = await session.ask(`/api/census/companies?${new URLSearchParams({ q: words.value.trim(), territory: values.territory, limit: 8 })}`)
      const fresh = companies.filter(({ id }) => !members.some(({ company }) => company === id))
      found.replaceChildren(...(fresh.length === 0 ? [element('li', { class: 'side-small' }, t('district.networks.form.nothing'))] : fresh.map(({ id, name, code }) => element('li', {}, element('button', { type: 'button', class: 'side-card', on: { click: () => {
        members = [...members, { company: id, name: name ?? code, role: 'member', joinedOn: '', leftOn: '' }]
        found.replaceChildren()
        write()
      } } }, `${name ?? code} (${code})`)))))
    } catch (problem) {
      trouble.replaceChildren(notice('warning', problemText(problem)))
    }
  }

  async function save() {
    const content = { ...values, ...Object.fromEntries(Object.entries(fields).map(([name, control]) => [name, control.value.trim() || null])), productionChain: values.productionChain || null,
      members: members.map(({ company, role, joinedOn, leftOn }) => ({ company, role, joinedOn: joinedOn || null, leftOn: leftOn || null })) }
    await attempt(async () => onSaved((network ? await census.api.changeNetwork(network.id, network.version, content) : await census.api.makeNetwork(content)).network.id))
  }

  function sure(button) {
    button.replaceWith(textButton(t('district.networks.form.removeSure'), 'delete', () => attempt(async () => { await census.api.removeNetwork(network.id, network.version); onRemoved() })))
  }

  async function attempt(work) {
    trouble.replaceChildren()
    try {
      await work()
    } catch (problem) {
      trouble.replaceChildren(notice('warning', problemText(problem)))
    }
  }
}
