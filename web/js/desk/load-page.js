import { closeLoad, openLoad } from '../state/view.js'
import { t } from '../text/text.js'
import { element, textButton } from '../panels/markup.js'
import { dropDraft, firstDraft, keepDraft, readDraft } from './draft.js'
import { notice } from './forms.js'
import { stateTag } from './history.js'
import { jobProgress } from './job-progress.js'
import { messageText } from './problems.js'
import { checkStep } from './step-check.js'
import { differenceStep } from './step-difference.js'
import { fileStep } from './step-file.js'
import { mappingStep } from './step-mapping.js'
import { resultStep } from './step-result.js'
import { sourceStep } from './step-source.js'
import { BUSY, openSteps, STEPS, stepOf } from './steps.js'

const CONTENT = { file: fileStep, source: sourceStep, mapping: mappingStep, check: checkStep, difference: differenceStep, result: resultStep }
const AFTER = { checking: 'check', applying: 'result', rolling_back: 'result' }

/** One load from the file to its result. What it is comes from the server, so that a reload or a colleague's link shows the same. */
export async function loadPage(parts) {
  const { store, desk, account, heading, signal, again } = parts
  const { load: id, step: wanted } = store.get()
  const load = id === 'new' ? null : await desk.load(id, { signal })
  const draft = load ? readDraft(load, account) : firstDraft({}, account)
  const step = stepOf(load, draft, wanted)
  heading.textContent = load ? load.fileName : t('load.new')
  const go = (next) => store.change(openLoad, id, next)
  const shared = {
    ...parts, load, draft, go,
    keep: () => load && keepDraft(load, draft),
    /** Sends the plan; from then on the server knows it. */
    async check(plan) {
      await desk.plan(load.id, plan)
      dropDraft(load)
      if (store.get().step === 'check') again()
      else go('check')
    },
  }
  const busy = load && BUSY[load.state] === step
  const content = busy ? progress(shared) : await CONTENT[step](shared)
  return [
    textButton(t('load.back'), 'arrow-left', () => store.change(closeLoad), { class: 'text-button load-back' }),
    load && element('p', { class: 'load-facts' }, stateTag(load.state), ' ', t('load.by', { id: load.id, author: load.author ?? account.username })),
    stepList(load, draft, step, go),
    ['refused', 'checked', 'applied'].includes(load?.state) && load.message && notice('error', messageText(load.message)),
    element('section', { class: 'step', 'aria-label': t(`step.${step}`) }, content),
  ]
}

function progress({ load, desk, signal, again, store }) {
  return jobProgress({
    desk, signal, id: load.job?.id ?? load.job, label: t(`job.${load.state}`),
    isBusy: async () => (await desk.load(load.id, { signal })).state in BUSY,
    onEnd: () => {
      const next = AFTER[load.state]
      if (store.get().step === next) again()
      else store.change(openLoad, load.id, next)
    },
  })
}

function stepList(load, draft, current, go) {
  const open = openSteps(load, draft)
  return element('nav', { class: 'steps', 'aria-label': t('steps.label') }, element('ol', {}, ...STEPS.map((step, i) => {
    const label = [element('span', { class: 'step-number', 'aria-hidden': 'true' }, String(i + 1)), element('span', { class: 'step-name' }, t(`step.${step}`))]
    const usable = open.includes(step) && step !== current
    return element('li', { class: step === current ? 'is-current' : STEPS.indexOf(current) > i ? 'is-past' : '' },
      usable ? element('button', { type: 'button', on: { click: () => go(step) } }, label)
        : element('span', { 'aria-current': step === current ? 'step' : null }, label))
  })))
}
