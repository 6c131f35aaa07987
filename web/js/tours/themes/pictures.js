import { drawnPhoto } from '../../panels/photo.js'
import { pick, t } from '../../text/text.js'
import { labelled, notice } from '../../panels/fields.js'
import { element, iconButton } from '../../panels/markup.js'
import { problemText } from '../plan/problems.js'
import { bothLanguages } from './both.js'

/** The pictures of a route. Each is kept at once, with what is seen on it, who made it and under which licence; nobody publishes one without. */
export function pictureFields({ api, theme, signal }) {
  let { pictures } = theme
  const list = element('ul', { class: 'theme-edit-pictures' })
  const said = element('div', { role: 'status' })
  const form = element('form', { class: 'side-tab', novalidate: true, on: { submit: (event) => { event.preventDefault(); send() } } })
  const file = element('input', { type: 'file', accept: 'image/jpeg,image/png', id: 'theme-photo' })
  const [credit, licence] = ['credit', 'licence'].map((name) => element('input', { name, maxlength: name === 'credit' ? 200 : 100, id: `theme-${name}` }))
  let alt
  empty()
  write()
  const isOpen = theme.state === 'draft' // what is published changes only after it was withdrawn
  return element('section', { class: 'side-tab', 'aria-label': t('themes.pictures') }, element('h3', {}, t('themes.pictures')), element('p', { class: 'side-small' }, t(isOpen ? 'themes.pictures.hint' : 'themes.pictures.published')),
    list, isOpen && form)

  function empty() {
    alt = {}
    file.value = ''
    form.replaceChildren(labelled(t('themes.pictures.file'), file), bothLanguages('alt', t('themes.pictures.alt'), alt, { maxlength: 300 }),
      element('div', { class: 'side-fields' }, labelled(t('themes.pictures.credit'), credit), labelled(t('themes.pictures.licence'), licence, t('themes.pictures.licence.hint'))), said,
      element('div', { class: 'button-row' }, element('button', { type: 'submit', class: 'btn btn-primary' }, t('themes.pictures.add'))))
  }

  function write() {
    list.replaceChildren(...pictures.map((picture) => element('li', {}, element('img', { src: picture.href, alt: pick(picture.alt) }),
      element('span', { class: 'side-small' }, pick(picture.alt), ' — ', t('themes.credit', picture)), theme.state === 'draft' && iconButton(t('themes.pictures.out', { alt: pick(picture.alt) }), 'delete', () => attempt(async () => {
        await api.removePicture(theme.id, picture.id)
        pictures = pictures.filter((one) => one !== picture)
        write()
        file.focus()
      })))))
  }

  async function send() {
    if (!file.files[0]) return said.replaceChildren(notice('warning', t('themes.pictures.noFile')))
    await attempt(async () => {
      const bytes = Uint8Array.from(atob(await drawnPhoto(file.files[0], t('themes.pictures.bad'))), (sign) => sign.charCodeAt(0))
      const kept = await api.addPicture(theme.id, { photo: new Blob([bytes], { type: 'image/jpeg' }), alt_it: alt.it ?? '', alt_en: alt.en ?? '', credit: credit.value, licence: licence.value })
      ;({ pictures } = kept)
      empty()
      write()
      said.replaceChildren(notice('good', t('themes.pictures.added')))
    })
  }

  async function attempt(work) {
    said.replaceChildren()
    try {
      await work()
    } catch (problem) {
      if (!signal.aborted) said.replaceChildren(notice('warning', problemText(problem)))
    }
  }
}
