/**
 * A canvas over the map for what is being drawn: it follows a drag in the same frame, and is not there while a zoom is animated.
 * `paint(context, size)` is called at most once a frame. A canvas and not SVG, since ten thousand positions must stay quick.
 */
export function createDrawingSheet(map, paint, signal) {
  const canvas = document.createElement('canvas')
  canvas.className = 'drawing-sheet'
  canvas.setAttribute('aria-hidden', 'true')
  map.getContainer().append(canvas)
  let asked = null

  const now = () => {
    cancelAnimationFrame(asked)
    asked = null
    const { x, y } = map.getSize()
    const ratio = Math.min(window.devicePixelRatio || 1, 3)
    if (canvas.width !== Math.round(x * ratio) || canvas.height !== Math.round(y * ratio)) {
      canvas.width = Math.round(x * ratio)
      canvas.height = Math.round(y * ratio)
    }
    const context = canvas.getContext('2d')
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    context.clearRect(0, 0, x, y)
    paint(context)
  }
  const repaint = () => (asked ??= requestAnimationFrame(now))
  const hide = () => (canvas.hidden = true)
  const show = () => {
    canvas.hidden = false
    now()
  }
  map.on('move viewreset resize', now).on('zoomanim', hide).on('zoomend', show)
  signal.addEventListener('abort', () => {
    map.off('move viewreset resize', now).off('zoomanim', hide).off('zoomend', show)
    cancelAnimationFrame(asked)
    canvas.remove()
  })
  repaint()
  return { canvas, repaint }
}
