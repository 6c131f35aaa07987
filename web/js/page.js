/** The short pages (accessibility, privacy): shows the part in the language of the link and who to write to. */
const sections = [...document.querySelectorAll('section[lang]')]

function speak() {
  const wanted = location.hash.slice(1)
  const language = sections.some((section) => section.lang === wanted) ? wanted : 'it'
  for (const section of sections) section.hidden = section.lang !== language
  document.documentElement.lang = language
  document.title = `${sections.find((section) => !section.hidden).querySelector('h1').textContent} – Comparto`
  for (const link of document.querySelectorAll('.languages a')) {
    link.lang === language ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current')
  }
  document.querySelector('a.brand').href = `/#place=map&lang=${language}`
}

async function nameContact() {
  const places = [...document.querySelectorAll('[data-contact]')]
  if (places.length === 0) return
  const { accessibilityContact } = await (await fetch('/api/settings')).json()
  if (!accessibilityContact) return
  for (const place of places) {
    if (!accessibilityContact.includes('@')) place.textContent = accessibilityContact
    else {
      const link = document.createElement('a')
      link.href = `mailto:${accessibilityContact}`
      link.textContent = accessibilityContact
      place.replaceChildren(link)
    }
  }
}

/** Says in months how long inquiries are kept, as this installation has it set. */
async function nameRetention() {
  const places = [...document.querySelectorAll('[data-retention]')]
  if (places.length === 0) return
  const { retentionMonths } = await (await fetch('/api/inquiries/form')).json()
  for (const place of places) {
    place.textContent = place.closest('section').lang === 'it' ? `dopo ${retentionMonths} mesi` : `after ${retentionMonths} months`
  }
}

window.addEventListener('hashchange', speak)
speak()
nameContact()
nameRetention()
