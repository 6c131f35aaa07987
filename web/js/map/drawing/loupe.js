const SIZE = 132
const TIMES = 2
const LIFT = 96 // pixels that it floats above the finger

/** A magnifier beside the finger that would hide the corner it moves: what the given canvases of the map show there, twice as large. */
export function createLoupe(map, signal) {
  const canvas = document.createElement('canvas')
  canvas.className = 'drawing-loupe'
  canvas.setAttribute('aria-hidden', 'true')
  canvas.hidden = true
  const ratio = Math.min(window.devicePixelRatio || 1, 3)
  canvas.width = canvas.height = SIZE * ratio
  map.getContainer().append(canvas)
  signal.addEventListener('abort', () => canvas.remove())
  return {
    hide: () => (canvas.hidden = true),
    /** @param pixel of the map's element */
    show([x, y]) {
      const context = canvas.getContext('2d')
      context.setTransform(ratio, 0, 0, ratio, 0, 0)
      context.fillStyle = '#e9eef0'
      context.fillRect(0, 0, SIZE, SIZE)
      const box = map.getContainer().getBoundingClientRect()
      for (const shown of map.getContainer().querySelectorAll('.vector-sheet-data, .drawing-sheet')) {
        const { left, top, width, height } = shown.getBoundingClientRect()
        context.drawImage(shown, SIZE / 2 - TIMES * (box.left + x - left), SIZE / 2 - TIMES * (box.top + y - top), width * TIMES, height * TIMES)
      }
      const above = y > LIFT + SIZE / 2 + 8
      const at = [Math.max(0, Math.min(box.width - SIZE, x - SIZE / 2)), above ? y - LIFT - SIZE / 2 : y + LIFT - SIZE / 2]
      canvas.style.transform = `translate(${at[0]}px, ${at[1]}px)`
      canvas.hidden = false
    },
  }
}
