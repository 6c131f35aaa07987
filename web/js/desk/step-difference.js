import { number } from '../text/format.js'
import { t } from '../text/text.js'
import { element, textButton } from '../panels/markup.js'
import { dropDraft, planOf } from './draft.js'
import { discardButton } from './discard.js'
import { openDialog } from './dialog.js'
import { danger, notice, primary, secondary, tick } from './forms.js'
import { problemText } from './problems.js'
import { rowTable } from './rows.js'

const KINDS = ['created', 'changed', 'removed']

/** What the load would change, or has changed: new, changed with before and after, removed; and the button that applies it. */
export function differenceStep(parts) {
  const { load, draft, desk, go, again, check } = parts
  const report = load.report ?? {}
  const rows = element('div')
  const tabs = element('div', { class: 'tabs', role: 'group', 'aria-label': t('difference.kinds') })
  const trouble = element('div')
  const isOpen = load.state === 'checked'
  const total = (report.created ?? 0) + (report.changed ?? 0) + (draft.removeMissing ? report.removed ?? 0 : 0)
  let shown = KINDS.find((kind) => report[kind] > 0) ?? null

  function show(kind) {
    shown = kind
    tabs.replaceChildren(...KINDS.map((one) => element('button', {
      type: 'button', 'aria-pressed': String(one === shown), disabled: !report[one], on: { click: () => { show(one); tabs.querySelector('[aria-pressed=true]').focus() } },
    }, t(`difference.${one}`), ' ', element('span', { class: 'tag' }, number(report[one] ?? 0, 0)))),
    element('p', { class: 'tab-rest' }, t('difference.unchanged', { count: report.unchanged ?? 0, number: number(report.unchanged ?? 0, 0) })))
    rows.replaceChildren(...(shown ? [rowTable({ ...parts, kind: shown })] : []))
  }

  async function apply() {
    const button = document.getElementById('apply-load')
    button.disabled = true
    try {
      await desk.apply(load.id)
      dropDraft(load)
      go('result')
    } catch (problem) {
      button.disabled = false
      trouble.replaceChildren(notice('error', problemText(problem)))
      if (problem.status === 409) again()
    }
  }

  const sure = () => (draft.removeMissing && report.removed > 0 ? openDialog({
    title: t('difference.removeHeading', { count: report.removed, number: number(report.removed, 0) }),
    fill: (close) => [element('p', {}, t('difference.removeText')), element('div', { class: 'button-row form-buttons' },
      danger(t('difference.apply'), () => { close(); apply() }), secondary(t('dialog.cancel'), close))],
  }) : apply())

  async function removeMissing(on) {
    draft.removeMissing = on
    try {
      await check(planOf(draft))
    } catch (problem) {
      trouble.replaceChildren(notice('error', problemText(problem)))
    }
  }

  show(shown)
  return [
    element('p', { class: 'desk-lead' }, t(isOpen ? 'difference.lead' : 'difference.leadDone')),
    total === 0 && isOpen && notice('info', t('difference.none')),
    tabs, rows,
    isOpen && !draft.newLayer && !load.plan?.newLayer && tick(t('difference.removeMissing'), draft.removeMissing, removeMissing, t('difference.removeMissingHint')),
    trouble,
    isOpen && element('div', { class: 'button-row step-buttons' }, primary(t('difference.apply'), { id: 'apply-load' }, sure),
      textButton(t('difference.back'), 'arrow-left', () => go('check')), discardButton(parts)),
  ]
}
