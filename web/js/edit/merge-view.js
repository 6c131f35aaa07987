import { element } from '../panels/markup.js'
import { notice, primary, secondary } from '../desk/forms.js'
import { problemText } from '../desk/problems.js'
import { pick, t } from '../text/text.js'
import { createField } from './fields/field.js'
import { compareShapes, compareThree, decide, GEOMETRY, mergedShape, mergedValues, openRows } from './merging.js'
import { shownValue } from './shown.js'

/**
 * Three versions side by side: what both began with, theirs and mine. What only one has changed is chosen already; what both have changed has
 * to be decided, field by field and for the shape, before anything is sent.
 */
export function mergeView(own) {
  const { attributes, title, base, baseShape, theirs, theirShape, mine, myShape, onDone, onCancel } = own
  let rows = compareThree(attributes.map(({ name }) => name), base, theirs, mine)
  const shape = compareShapes(baseShape, theirShape, myShape)
  if (shape) rows = [shape, ...rows]
  const attributeOf = (name) => attributes.find((one) => one.name === name)
  const left = element('p', { class: 'merge-left', role: 'status' })
  const trouble = element('div')
  const done = primary(t('merge.done'), { id: 'merge-done' }, async () => {
    done.disabled = true
    try {
      await onDone(mergedValues(mine, rows), mergedShape(myShape, rows.find(({ name }) => name === GEOMETRY)))
    } catch (problem) {
      trouble.replaceChildren(notice('error', problem.status === 412 ? t('merge.again') : problemText(problem)))
      done.disabled = false
    }
  })
  const list = element('div', { class: 'merge-rows' }, ...rows.map(part))
  count()
  return element('div', { class: 'merge' }, element('h2', { tabindex: '-1' }, title), element('p', { class: 'edit-lead' }, t(rows.length === 0 ? 'merge.nothing' : 'merge.what')), left, list, trouble,
    element('div', { class: 'button-row' }, done, secondary(t('merge.cancel'), onCancel)))

  function part({ name, base: before, theirs: other, mine: own_, verdict, choice }) {
    const attribute = attributeOf(name)
    const isShape = name === GEOMETRY
    const label = isShape ? t('merge.geometry') : pick(attribute.title)
    const options = [['base', before], ['theirs', other], ['mine', own_]]
    return element('fieldset', { class: `merge-row is-${verdict}`, 'data-attribute': name }, element('legend', {}, label, ' ', element('span', { class: `tag merge-${verdict}` }, t(`merge.verdict.${verdict}`))),
      element('div', { class: 'merge-options' }, ...options.map(([which, value]) => option(name, which, choice,
        element('span', { class: 'merge-value' }, isShape ? t(`merge.shape.${which}`) : shownValue(attribute, value, own)))),
      !isShape && otherValue(attribute, own_, choice)))
  }

  function option(name, which, choice, content) {
    const id = `merge-${name}-${which}`
    const radio = element('input', { type: 'radio', name: `merge-${name}`, id, checked: which === choice, on: { change: () => take(name, which) } })
    return element('div', { class: `merge-option is-${which}` }, radio, element('label', { for: id }, element('span', { class: 'merge-who' }, t(`merge.${which}`)), content))
  }

  /** A value that neither of them has. */
  function otherValue(attribute, start, choice) {
    let value = start
    const field = createField(attribute, { ...own, idPrefix: 'merge-field' }, start, (given) => {
      value = given
      const radio = document.getElementById(`merge-${attribute.name}-other`)
      radio.checked = true
      take(attribute.name, 'other', value)
    })
    const holder = element('details', { class: 'merge-other' }, element('summary', {}, t('merge.write')), field.root)
    const made = option(attribute.name, 'other', choice, element('span', {}))
    made.querySelector('input').addEventListener('change', () => take(attribute.name, 'other', value))
    return [made, holder]
  }

  function take(name, choice, other) {
    rows = decide(rows, name, choice, other)
    count()
  }

  function count() {
    const open = openRows(rows).length
    left.textContent = open === 0 ? t('merge.decided') : t('merge.open.count', { count: open })
    done.disabled = open > 0
  }
}
