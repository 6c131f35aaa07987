import { number, moment } from '../text/format.js'
import { pick, t } from '../text/text.js'
import { element, textButton } from '../panels/markup.js'
import { notice, primary } from './forms.js'
import { layerTitle, rejectedRows } from './history.js'
import { newLayerForm } from './new-layer.js'
import { messageText } from './problems.js'
import { offerRollback } from './rollback.js'
import { figure } from './step-check.js'
import { hashOf } from './view-of.js'

/** How a load ended: what it did, the layer on the map, the way back; for a new layer how it is called and drawn. */
export async function resultStep(parts) {
  const { load, catalogue, desk, again, signal, account } = parts
  const { report, state } = load
  const rejected = rejectedRows(report ?? {})
  const fresh = await parts.server.layers({ signal })
  const layer = fresh.layers.find(({ id }) => id === (load.layer ?? load.plan?.layer ?? load.plan?.newLayer?.id))
  const title = pick(layer?.title) || layerTitle(catalogue, load)
  const isNew = load.madeLayer

  return [
    state === 'applied' && notice('good', element('strong', {}, t('result.applied', { layer: title })), load.appliedAt && element('p', {}, t('result.when', { when: moment(load.appliedAt), author: load.author }))),
    state === 'rolled_back' && notice('info', element('strong', {}, t('result.rolledBack', { layer: title })), element('p', {}, t('result.rolledBackText'))),
    state === 'discarded' && notice('info', element('strong', {}, t('result.discarded'))),
    state === 'failed' && notice('error', element('strong', {}, t('result.failed')), element('p', {}, messageText(load.message)), element('p', {}, t('result.failedText'))),
    report && element('dl', { class: 'figures' }, figure(t('difference.created'), report.created), figure(t('difference.changed'), report.changed),
      figure(t('difference.removed'), report.removed), figure(t('check.rejected'), rejected, rejected > 0 ? 'bad' : '')),
    state === 'applied' && element('div', { class: 'button-row step-buttons' },
      layer?.bounds && primary(t('result.onMap'), { id: 'result-on-map' }, () => openAnew(hashOf(parts.store.get(), layer))),
      textButton(t('rollback.offer'), 'restore', () => offerRollback({ desk, load, onStarted: again }), { id: 'offer-rollback' })),
    state === 'applied' && isNew && layer && account.scopes.includes('admin') && newLayerForm({ ...parts, layer }),
  ]
}

/** The map has read its catalogue at the start, so that what a load changed is seen with a fresh one. */
function openAnew(hash) {
  history.pushState(null, '', hash)
  location.reload()
}
