import { searchFor } from '../state/search.js'
import { withCondition, withoutRest } from './filter/conditions.js'
import { readFilter } from './filter/reader.js'
import { writeFilter } from './filter/writer.js'

/** The form's view of `state.search.filter`: reads the question from it and writes a changed one back. */
export function createQuestions(store) {
  const ask = (question) => store.change(searchFor, { filter: writeFilter(question) })
  return {
    read: () => readFilter(store.get().search.filter),
    /** @param changes [key, value] pairs; an empty value takes the condition away */
    put: (changes) => ask(changes.reduce((question, [key, value]) => withCondition(question, key, value), readFilter(store.get().search.filter))),
    without: (key) => writeFilter(withCondition(readFilter(store.get().search.filter), key, null)),
    withoutRest: (index) => writeFilter(withoutRest(readFilter(store.get().search.filter), index)),
    write: (filter) => store.change(searchFor, { filter: filter.trim() }),
  }
}
