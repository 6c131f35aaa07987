/**
 * The invitation of a visit that is planned; the newest counts. One host may be asked for several visits, and for several groups at one time: those are told
 * apart by the day, the beginning and the name of the group.
 *
 * @param invitations the newest first @param stop {host, date, start, group?: {name}} @param stops all that are planned
 */
export function invitationOf(invitations, stop, stops) {
  const mine = invitations.filter((one) => one.host === stop.host)
  const sameTime = mine.filter((one) => (one.date === stop.date && one.start === stop.start) || (one.askedDate === stop.date && one.askedStart === stop.start))
  const together = stops.filter((other) => other.host === stop.host && other.date === stop.date && other.start === stop.start)
  if (together.length > 1) return sameTime.find((one) => one.group?.name === stop.group?.name) ?? null
  if (sameTime.length > 0) return sameTime[0]
  return stops.filter(({ host }) => host === stop.host).length === 1 ? mine.find((one) => one.date === stop.date || one.askedDate === stop.date) ?? null : null
}
