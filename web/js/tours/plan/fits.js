/**
 * Why a host does not receive this group, as far as its profile says it: words of the constraints of docs/tours.md with what the text needs, none if it fits.
 * What a host does not say is held against nobody; the plan decides.
 * @param windows of the host on the day, null if they are not known
 */
export function misfits({ visit }, { question, windows = null, today = null }) {
  const { group, vehicle } = question
  const { people, age, level, languages, wheelchair } = group
  const profile = typeof vehicle === 'string' ? { profile: vehicle } : vehicle
  const found = []
  const add = (kind, values = {}) => found.push({ kind, ...values })
  const largest = Math.max(people ?? 0, ...(question.groups ?? []).map((one) => one.people ?? 0))
  if (visit.maxPeople && largest > visit.maxPeople) add('group_size_max', { count: visit.maxPeople })
  if (visit.minPeople && people && people < visit.minPeople) add('group_size_min', { count: visit.minPeople })
  if (visit.minAge && age !== undefined && age < visit.minAge) add('group_age', { count: visit.minAge })
  if (level && visit.levels?.length > 0 && !visit.levels.includes(level)) add('school_level')
  if (languages?.length > 0 && visit.languages?.length > 0 && !languages.some((one) => visit.languages.includes(one))) add('language')
  if (wheelchair && visit.wheelchair === false) add('wheelchair')
  if (profile.profile === 'coach') {
    if (visit.coachParking === false) add('coach_parking')
    if (visit.coachMaxHeightM && profile.height > visit.coachMaxHeightM) add('coach_height', { size: visit.coachMaxHeightM })
    if (visit.coachMaxLengthM && profile.length > visit.coachMaxLengthM) add('coach_length', { size: visit.coachMaxLengthM })
  }
  if (today && visit.leadDays && daysBetween(today, question.date) < visit.leadDays) add('notice', { count: visit.leadDays })
  if (windows?.length === 0) add('closed')
  return found
}

const daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** A host as a stop of the question. */
export const stopOfHost = (host) => ({ id: host.id, priority: 50 })
/** How long a visit there takes, when nobody says otherwise. */
export const usualMinutes = (host) => host?.visit.minutes ?? host?.visit.minutesMin ?? 60
