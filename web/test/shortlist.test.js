import { createShortlist, MOST, shortlist, starButton } from '/js/shortlist/shortlist.js'
import { equal, ok } from './check.js'

const shelf = (kept = {}) => () => ({ getItem: (name) => kept[name] ?? null, setItem: (name, value) => { kept[name] = value } })

export function whatIsChosenIsKeptInItsOrder() {
  const kept = {}
  const list = createShortlist(shelf(kept))
  ok(list.toggle(7) && list.toggle('3') && list.toggle(12))
  ok(!list.toggle(3))
  equal(list.ids(), [7, 12])
  ok(list.has('7') && !list.has(3))
  equal(createShortlist(shelf(kept)).ids(), [7, 12])
}

export function aWatcherHearsEveryChangeUntilItLeaves() {
  const list = createShortlist(shelf())
  const heard = []
  const leave = list.watch((ids) => heard.push([...ids]))
  list.toggle(1)
  list.add([2, 1])
  list.remove(1)
  leave()
  list.replace([])
  equal(heard, [[1], [1, 2], [2]])
}

export function anotherWindowIsHeardAndNotOverwritten() {
  const kept = {}
  const [here, there] = [createShortlist(shelf(kept)), createShortlist(shelf(kept))]
  here.toggle(1)
  there.toggle(2)
  equal(there.ids(), [1, 2])
  const heard = []
  here.watch((ids) => heard.push(ids))
  here.heard('something-else')
  here.heard('comparto-shortlist')
  equal(heard, [[1, 2]])
  delete kept['comparto-shortlist']
  here.heard(null)
  equal(here.ids(), [])
}

export function aBrowserThatKeepsNothingHoldsTheListForTheMoment() {
  const list = createShortlist(() => { throw new Error('denied') })
  list.toggle(5)
  list.toggle(6)
  equal(list.ids(), [5, 6])
  ok(!list.isKept())
  const full = createShortlist(() => ({ getItem: () => null, setItem: () => { throw new Error('quota') } }))
  full.toggle(5)
  full.toggle(6)
  equal(full.ids(), [5, 6])
}

export function nonsenseInTheStorageIsNoList() {
  equal(createShortlist(shelf({ 'comparto-shortlist': '{"a":1}' })).ids(), [])
  equal(createShortlist(shelf({ 'comparto-shortlist': '[1,"2",-3,2,null,"x",1.5]' })).ids(), [1, 2])
  equal(createShortlist(shelf({ 'comparto-shortlist': 'not json' })).ids(), [])
}

export function aListTakesNoMoreThanALinkDoes() {
  const list = createShortlist(shelf())
  list.replace(Array.from({ length: MOST + 5 }, (_, i) => i + 1))
  equal(list.ids().length, MOST)
  ok(!list.toggle(5000))
  ok(list.isFull())
}

export function theStarIsAToggleWithAName() {
  const before = shortlist.ids()
  const star = starButton(987654321, '<b>Lotto</b>')
  document.body.append(star)
  equal([star.getAttribute('aria-pressed'), star.querySelector('b')], ['false', null])
  star.click()
  equal(star.getAttribute('aria-pressed'), 'true')
  shortlist.replace(before)
  equal(star.getAttribute('aria-pressed'), 'false')
  star.remove()
}
