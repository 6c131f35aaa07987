import { emptyWeek, readHours, spansFault, writeHours } from '/js/hosts/hours.js'
import { fromHash, toHash } from '/js/state/permalink.js'
import { initialState } from '/js/state/view.js'
import { equal } from './check.js'

export function writesATextAsItWasRead() {
  for (const text of ['Mo-Fr 09:00-12:00,14:00-17:00', 'Tu-Th 09:00-12:30', 'Mo-Fr 09:00-12:00; PH off', 'Mo-We 09:00-12:00; Fr 14:00-16:00; PH 10:00-12:00',
    'Mo-Su 10:00-18:00; 2026 Dec 24-2027 Jan 06 off', 'Mo-Fr 09:00-12:00; PH off; 2026 Nov 28 10:00-12:00', 'Mo-Fr 09:00-12:00; Dec 25 off', 'Mar-Oct Sa 10:00-12:00', '24/7']) {
    equal(writeHours(readHours(text)), text)
  }
}

export function showsWhatIsOpenOnEachDay() {
  const week = readHours('Mo-Fr 09:00-12:00; Fr off; Sa,Su 10:00-11:00')
  equal(week.days.Th, [['09:00', '12:00']])
  equal(week.days.Fr, [])
  equal(week.days.Su, [['10:00', '11:00']])
  equal(writeHours(week), 'Mo-Th 09:00-12:00; Sa-Su 10:00-11:00')
}

export function keepsWhatAWeekCanNotShowBehindWhatItShows() {
  const week = readHours('Mo-Fr 09:00-12:00; Jul Sa 10:00-12:00')
  equal(week.rest, 'Jul Sa 10:00-12:00')
  equal(writeHours({ ...week, days: { ...week.days, Fr: [] } }), 'Mo-Th 09:00-12:00; Jul Sa 10:00-12:00')
}

export function keepsTheWholeTextWhereSomethingElseStandsBeforeSinceLaterRulesWin() {
  const text = 'Mar-Oct Mo-Fr 08:00-12:00; Sa 09:00-10:00'
  equal(readHours(text), { ...emptyWeek(), rest: text })
  equal(readHours('PH off; Mo-Fr 09:00-12:00').rest, 'PH off; Mo-Fr 09:00-12:00')
  equal(readHours('Mo 09:00-10:00; 2026 Feb 30 off').rest, '2026 Feb 30 off')
}

export function writesNothingWhereNothingIsOpen() {
  equal(writeHours(emptyWeek()), null)
  equal(writeHours(readHours(null)), null)
}

export function saysWhatIsWrongWithTheHoursOfADay() {
  equal(spansFault([['09:00', '12:00'], ['14:00', '17:00']]), null)
  equal(spansFault([['12:00', '09:00']]), 'order')
  equal(spansFault([['09:00', '']]), 'order')
  equal(spansFault([['09:00', '12:00'], ['11:00', '13:00']]), 'overlap')
}

export function aLinkOpensAHostOrTheInvitationOfItsSecretAndNothingElse() {
  const token = '17.' + 'a'.repeat(43)
  equal(fromHash('#place=host&id=12').host, 12)
  equal(fromHash(`#place=visit&token=${token}`).visitToken, token)
  equal(fromHash('#place=visit&token=javascript:alert(1)').visitToken, null)
  equal(fromHash('#place=map&id=12').host, undefined)
  equal(toHash({ ...initialState, place: 'visit', visitToken: token }).includes(`token=${token}`), true)
  equal(toHash({ ...initialState, place: 'map', visitToken: token }).includes('token='), false)
}
