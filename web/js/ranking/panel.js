import { showMode } from '../state/ranking.js'
import { t, useWords } from '../text/text.js'
import { element } from '../panels/markup.js'
import { useStyles } from '../panels/styles.js'
import { briefMode } from './brief-mode.js'
import { rankMode } from './rank-mode.js'

const MODES = { rank: rankMode, brief: briefMode }

/**
 * Ranks what `state.search.filter` finds, by weights or against a brief. `root` is filled while the signal lasts; the state keeps
 * what was chosen, so that the link carries it.
 */
export async function rankingPanel(parts) {
  const { root, store, server, signal } = parts
  await Promise.all([useWords('ranking', server.locale), useStyles('/css/ranking.css')])
  let running = null
  store.watch((state) => [state.ranking.mode, state.language], render, { signal })
  signal.addEventListener('abort', () => running?.abort())

  function render([mode]) {
    running?.abort()
    const hadFocus = document.activeElement?.dataset.mode
    const mine = (running = new AbortController())
    root.replaceChildren(element('div', { class: 'ranking' },
      element('div', { class: 'ranking-modes', role: 'group', 'aria-label': t('ranking.modes') }, ...Object.keys(MODES).map((one) => element('button', {
        type: 'button', class: 'ranking-mode', 'data-mode': one, 'aria-pressed': String(one === mode), on: { click: () => store.change(showMode, one) } }, t(`ranking.mode.${one}`)))),
      MODES[mode]({ ...parts, signal: mine.signal })))
    if (hadFocus) root.querySelector(`[data-mode=${mode}]`).focus()
  }
}
