import { t } from '../../text/text.js'

/** What went wrong as a person can read it: the server's own sentence, which names the field and the cure, where it has one. */
export function problemText(problem) {
  if (problem.status === undefined) console.error(problem)
  return problem.status === 0 ? t('camp.offline') : !problem.status || problem.status >= 500 || !problem.detail ? t('camp.failed') : problem.detail
}
