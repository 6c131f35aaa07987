/**
 * Chooses labels that do not cover each other. Candidates {text, x, y, priority, width, height} in pixels, centred on
 * (x, y); higher priority goes first, then the given order. Answers the accepted ones.
 */
export function placeLabels(candidates, occupied = []) {
  const taken = [...occupied]
  const order = candidates.map((label, i) => ({ label, i })).sort((a, b) => b.label.priority - a.label.priority || a.i - b.i)
  const placed = []
  for (const { label } of order) {
    const box = [label.x - label.width / 2 - 2, label.y - label.height / 2 - 1, label.x + label.width / 2 + 2, label.y + label.height / 2 + 1]
    if (taken.some((other) => overlap(box, other))) continue
    taken.push(box)
    placed.push(label)
  }
  return placed
}

const overlap = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]

/** Where a ring's label goes: its centroid, or the middle of its box when the ring is degenerate. Flat [x, y …] in, [x, y] out. */
export function centreOf(ring) {
  let area = 0
  let x = 0
  let y = 0
  for (let i = 0; i + 3 < ring.length; i += 2) {
    const cross = ring[i] * ring[i + 3] - ring[i + 2] * ring[i + 1]
    area += cross
    x += (ring[i] + ring[i + 2]) * cross
    y += (ring[i + 1] + ring[i + 3]) * cross
  }
  if (Math.abs(area) < 1e-6) return [ring[0], ring[1]]
  return [x / (3 * area), y / (3 * area)]
}
