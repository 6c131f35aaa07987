import { createDrawingServer } from '../api/drawing.js'
import { element } from '../panels/markup.js'
import { t, useWords } from '../text/text.js'
import { coordinateEntry } from './coordinate-entry.js'
import { help } from './help.js'
import { cornersField, legend, measuresView } from './measures.js'
import { operations } from './operations.js'
import { hint, news } from './said.js'
import { helpButtons, momentButtons, toolButtons } from './tool-buttons.js'
import { undoKeys } from './undo-keys.js'

/**
 * All buttons and fields of a drawing (the handle of map/drawing/open-drawing.js) in an element of the page. Leaves with the drawing.
 *
 * @param geometryType of the layer, as it was given to openDrawing
 * @param onPiece takes the GeoJSON of a piece that a split has cut off, to make another feature of it; without it there is no such button
 */
export async function drawToolbar({ root, drawing, geometryType, store, server, session, catalogue, onPiece = null }) {
  await useWords('drawing', server.locale)
  const { signal } = drawing
  const editing = createDrawingServer(session)
  let rendered = null
  root.classList.add('drawing-tools')
  // fields take back what was typed themselves
  root.addEventListener('keydown', (event) => !event.target.closest('input, textarea, select') && undoKeys(event, drawing) && event.preventDefault(), { signal })
  store.watch((state) => [state.language, mayCompute(state)], render, { signal })
  signal.addEventListener('abort', () => {
    rendered?.abort()
    root.replaceChildren()
    root.classList.remove('drawing-tools')
  })

  function render() {
    rendered?.abort()
    const live = (rendered = new AbortController()).signal
    const parts = { drawing, editing, catalogue, geometryType, onPiece, signal: live }
    const said = element('p', { class: 'drawing-hint', id: 'drawing-hint' })
    drawing.describe('drawing-hint')
    const told = element('p', { class: 'visually-hidden', role: 'status' })
    const trouble = element('p', { class: 'drawing-trouble', hidden: true })
    const pieces = [toolButtons(drawing), momentButtons(drawing), helpButtons(drawing), cornersField(drawing), measuresView(), legend()]
    const [tools, moment, helps, corners, measures, versions] = pieces.map(([view]) => view)
    root.replaceChildren(tools, helps, said, moment, corners, trouble, told, measures, versions, mayCompute(store.get()) ? operations(parts) : '', coordinateEntry(parts), help())
    let before = null
    drawing.watch((summary) => {
      for (const [, update] of pieces) update(summary)
      const words = hint(summary)
      if (said.textContent !== words) said.textContent = words
      const isPartial = summary.partial && summary.near
      trouble.hidden = !summary.failed && !isPartial
      trouble.textContent = trouble.hidden ? '' : t(summary.failed ? 'drawing.trouble' : 'drawing.partial')
      const heard = news(before, summary, catalogue)
      if (heard) told.textContent = heard
      before = summary
    }, live)
  }
}

/** What the server does with shapes it does for those who write or propose. */
const mayCompute = ({ session }) => ['write', 'propose'].some((scope) => session?.account?.scopes.includes(scope))
