/** Participants as people write them down, a line for each: a name, and after commas or tabs a telephone number, an e-mail address and whatever else. */
export function peopleOf(text) {
  return text.split('\n').map((line) => line.split(/[,;\t]/).map((part) => part.trim()).filter(Boolean)).filter((parts) => parts.length > 0).map(([name, ...others]) => {
    const person = { name }
    for (const part of others) {
      if (!person.email && part.includes('@')) person.email = part
      else if (!person.phone && /^\+?[\d\s./()-]{5,}$/.test(part)) person.phone = part
      else person.note = [person.note, part].filter(Boolean).join(', ')
    }
    return person
  })
}

export const textOfPeople = (people) => people.map(({ name, phone, email, note }) => [name, phone, email, note].filter(Boolean).join(', ')).join('\n')
