import { t } from '../../text/text.js'

/** What went wrong, in words that say what to do. The server's own words are in the language of the page. */
export function problemText(problem) {
  if (problem.status === undefined) console.error(problem)
  if (problem.status === 0) return t('tours.problem.offline')
  if (problem.status === 503 || problem.status === 429) return t('tours.problem.busy', { seconds: problem.retryAfter ?? 5 })
  if (problem.type === 'no-road-data') return t('tours.problem.roads')
  if (problem.status === 404) return t('tours.problem.unknown')
  return problem.detail ?? problem.title ?? t('tours.problem.failed')
}
