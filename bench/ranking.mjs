// How long the browser's engine takes to rank anew after a weight has moved: node bench/ranking.mjs
import { readFileSync } from 'node:fs'

const source = readFileSync(new URL('../web/js/ranking/engine.js', import.meta.url))
const { criteriaOver, rank, sensitivity } = await import(`data:text/javascript;base64,${source.toString('base64')}`)
const [plots, count, runs] = [5_000, 10, 200]

let seed = 42
const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648
const ids = Array.from({ length: plots }, (_, i) => i + 1)
const columns = Array.from({ length: count }, () => Float64Array.from({ length: plots }, () => (random() < 0.15 ? NaN : random() * 1000)))
const wishes = columns.map((_, k) => ({ direction: k % 2 ? 'min' : 'max', weight: Math.round(random() * 100), required: k === 3, worst: k === 3 ? 50 : null }))

const times = []
for (let run = 0; run < runs; run++) {
  wishes[run % count].weight = Math.round(random() * 100) + 1
  const begin = performance.now()
  const criteria = criteriaOver(wishes, columns)
  const ranking = rank(ids, criteria, columns)
  criteria.forEach((_, k) => sensitivity(criteria, ranking, k))
  times.push(performance.now() - begin)
}
times.sort((a, b) => a - b)
const at = (share) => times[Math.floor(share * (runs - 1))].toFixed(1)
console.log(`${plots} plots, ${count} criteria, order, scores and all intervals anew: median ${at(0.5)} ms, p95 ${at(0.95)} ms, slowest ${at(1)} ms (bar: 50 ms)`)
