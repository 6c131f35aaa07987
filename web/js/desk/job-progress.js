import { number } from '../text/format.js'
import { has, t } from '../text/text.js'
import { element, failure } from '../panels/markup.js'
import { secondary } from './forms.js'
import { problemText, waitText } from './problems.js'

const PAUSE_MS = 700
const ENDED = ['DONE', 'FAILED', 'CANCELLED']

/**
 * Long work of the server as a bar: rows done, rate, time left, and a way to stop it. Calls onEnd() once it is over. How far
 * a colleague's job is nobody else is told: then isBusy() is asked until it answers false.
 */
export function jobProgress({ desk, id, label, isBusy, onEnd, signal }) {
  const bar = element('progress', { max: '100', 'aria-label': label })
  const counts = element('p', { class: 'job-counts' })
  const stepText = element('p', { class: 'job-step', role: 'status' })
  const trouble = element('div')
  const cancel = secondary(t('job.cancel'), async () => {
    cancel.disabled = true
    await desk.cancelJob(id).catch((problem) => trouble.replaceChildren(failure(problemText(problem), t('retry'), watch)))
  })
  const root = element('div', { class: 'job' }, element('h2', {}, label), stepText, bar, counts, trouble, element('div', { class: 'button-row' }, cancel))

  async function watch() {
    trouble.replaceChildren()
    while (!signal.aborted) {
      let job
      try {
        job = await desk.job(id, { signal })
      } catch (problem) {
        if (problem.status === 404) return watchFromOutside()
        if (!signal.aborted) trouble.replaceChildren(failure(problemText(problem), t('retry'), watch))
        return
      }
      tell(job)
      if (ENDED.includes(stateOf(job))) return onEnd()
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
  }

  async function watchFromOutside() {
    cancel.hidden = true
    bar.removeAttribute('value')
    try {
      while (await isBusy()) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
      if (!signal.aborted) onEnd()
    } catch (problem) {
      if (!signal.aborted) trouble.replaceChildren(failure(problemText(problem), t('retry'), watch))
    }
  }

  function tell(job) {
    const words = job.step ? (has(`job.step.${job.step}`) ? t(`job.step.${job.step}`) : job.step) : t('job.state.queued')
    if (stepText.textContent !== words) stepText.textContent = words
    if (job.total > 0) bar.value = Math.min(100, (job.done / job.total) * 100)
    else bar.removeAttribute('value')
    const parts = []
    if (job.total > 0) parts.push(t('job.of', { done: number(job.done, 0), total: number(job.total, 0) }))
    else if (job.done > 0) parts.push(t('job.done', { done: number(job.done, 0) }))
    if (job.ratePerSecond > 0) parts.push(t('job.rate', { rate: number(job.ratePerSecond, 0) }))
    if (job.secondsLeft > 0) parts.push(t('job.left', { wait: waitText(job.secondsLeft) }))
    counts.textContent = parts.join(' · ')
  }

  watch()
  return root
}

export const stateOf = (job) => String(job.state).toUpperCase()
