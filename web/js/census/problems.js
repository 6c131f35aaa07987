import { t } from '../text/text.js'

/** What went wrong as a person can read it: the server's own sentence, which names the field and the cure, where it has one. */
export const problemText = (problem) => (problem.status === 0 ? t('district.offline') : problem.status >= 500 || !problem.detail ? t('district.failed') : problem.detail)
