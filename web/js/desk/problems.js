import { number } from '../text/format.js'
import { has, t } from '../text/text.js'

/** What went wrong as a person can read it; the server's own sentence where there is none of ours. */
export function problemText(problem) {
  if (problem.status === 0) return t('problem.offline')
  const { type, detail, retryAfter, said } = problem
  if (type && has(`problem.${type}`)) return t(`problem.${type}`, { wait: waitText(retryAfter ?? 0), parameter: said?.parameter ?? '', detail: detail ?? '' })
  if (problem.status >= 500) return t('problem.internal', { detail: detail ?? '' })
  return detail ?? problem.message ?? String(problem)
}

/** A message of a load or a job, "code: sentence", with the code in words where we have them. */
export function messageText(message, { warns = false } = {}) {
  const [, code, detail] = /^([a-z]+(?:-[a-z]+)*): (.*)$/s.exec(message ?? '') ?? []
  if (!code) return message ?? ''
  if (warns && has(`warning.${code}`)) return t(`warning.${code}`, { detail })
  if (has(`problem.${code}`)) return t(`problem.${code}`, { detail })
  return has(`code.${code}`) ? `${t(`code.${code}`)}. ${detail}` : message
}

/** Seconds as somebody says them: below two minutes in seconds, then in minutes. */
export function waitText(seconds) {
  const whole = Math.max(0, Math.ceil(seconds))
  return whole < 120 ? t('duration.seconds', { count: whole, number: number(whole, 0) })
    : whole < 7200 ? t('duration.minutes', { count: Math.round(whole / 60), number: number(Math.round(whole / 60), 0) })
      : t('duration.hours', { count: Math.round(whole / 3600), number: number(Math.round(whole / 3600), 0) })
}

export function sizeText(bytes) {
  if (bytes < 1024) return t('size.bytes', { number: number(bytes, 0) })
  if (bytes < 1 << 20) return t('size.kilobytes', { number: number(bytes / 1024, 0) })
  return t('size.megabytes', { number: number(bytes / (1 << 20), 1) })
}
