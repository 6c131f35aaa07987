import { number } from '../text/format.js'
import { t } from '../text/text.js'

/** What the server could not do, as a person can read it: its own sentence, which is in the language of the page. */
export function energyProblem(problem) {
  if (problem.status === undefined) console.error(problem)
  if (problem.status === 0) return t('energy.problem.offline')
  if (problem.status === 401 || problem.status === 403) return t('energy.problem.rights')
  if (problem.retryAfter) return t('energy.problem.busy', { seconds: number(problem.retryAfter, 0) })
  return problem.detail ?? t('energy.problem.failed')
}
