import { contribution, criteriaOver, rank, sensitivity, worthOf } from '/js/ranking/engine.js'
import { fromNumber, rankText, readRank, toNumber } from '/js/ranking/rank-text.js'
import { briefFaults, briefText, readBrief } from '/js/ranking/brief-text.js'
import { addWish, changeWish, compareThem, dropWish, initialRanking, pickPlot, rankBy, rankingParts, readRanking, showMode } from '/js/state/ranking.js'
import { close, equal, ok } from './check.js'

const column = (values) => Float64Array.from(values, (value) => value ?? NaN)

/** The server runs the same file: org.comparto.ranking.RankingTest. */
export async function orderScoresAndIntervalsAreThoseOfTheServer() {
  const cases = await (await fetch('/test/ranking-cases.json')).json()
  ok(cases.length > 10)
  for (const { ids, criteria, columns, order, scores, intervals } of cases) {
    const ranking = rank(ids, criteria, columns.map(column))
    equal(ranking.order.map((i) => ids[i]), order)
    ranking.scores.forEach((score, i) => close(score, scores[i], 1.1e-12))
    criteria.forEach((_, k) => {
      const { from, to } = sensitivity(criteria, ranking, k)
      close(from, intervals[k][0], 1e-9)
      close(to, intervals[k][1], 1e-9)
    })
  }
}

export function extremesOfTheSetStandInForBoundsThatNobodyNamed() {
  const [price] = criteriaOver([{ direction: 'min', weight: 10 }], [column([30, null, 90])])
  equal([price.worst, price.best], [90, 30])
  const [tooMuch] = criteriaOver([{ direction: 'max', weight: 10, worst: 200 }], [column([30, 90])])
  equal([tooMuch.worst, tooMuch.best, worthOf(tooMuch, 90)], [200, 200, 0])
  const [easy] = criteriaOver([{ direction: 'max', weight: 10, best: 20 }], [column([30, 90])])
  equal([easy.worst, easy.best, worthOf(easy, 30)], [20, 20, 1])
}

export function whatIsRequiredKnocksOutWhatIsNotKnown() {
  const criteria = criteriaOver([{ direction: 'max', weight: 10, required: true, isBoolean: true }], [column([1, 0, null])])
  const { order, knockedOut } = rank([1, 2, 3], criteria, [column([1, 0, null])])
  equal([order, knockedOut], [[0], [2]])
}

export function contributionsAddUpToTheScore() {
  const columns = [column([5, 10, 20]), column([1, null, 3])]
  const criteria = criteriaOver([{ direction: 'max', weight: 30 }, { direction: 'min', weight: 10 }], columns)
  const { scores, worth, weights } = rank([1, 2, 3], criteria, columns)
  for (let i = 0; i < 3; i++) {
    const sum = criteria.reduce((all, { weight }, k) => all + (contribution(weight, worth[k][i], weights) || 0), 0)
    close(sum, scores[i], 1e-11)
  }
}

export function withoutAnyWeightNothingIsRanked() {
  equal(rank([1, 2], criteriaOver([{ direction: 'max', weight: 0 }], [column([1, 2])]), [column([1, 2])]).order, [])
}

export function criteriaInALinkAreReadAsTheyWereWritten() {
  const link = 'price_eur_m2:min:40,area_m2:max:12.5:w5000:b20000:r,available_from:min:5:b2027-01-31:t,rail_siding:max:0:wtrue:r'
  equal(rankText(readRank(link)), link)
}

export function whatMakesNoSenseInALinkIsLeftOut() {
  equal(readRank('price_eur_m2:up:40,<b>:max:1,area_m2:max:1000,area_m2:max:30:x:wNaN,area_m2:min:1').map(({ attribute, weight, worst }) => [attribute, weight, worst]), [['area_m2', 30, null]])
  equal(readRank(null), [])
}

export function daysAndTruthAreNumbersAndComeBack() {
  equal([toNumber('1970-01-11', 'date'), fromNumber(10, 'date')], [10, '1970-01-11'])
  equal([toNumber('true', 'boolean'), fromNumber(0, 'boolean'), toNumber('', 'number')], [1, false, null])
}

export function aNeedSheetInALinkIsReadAsItWasWritten() {
  const link = 'areaFromM2:3000,ateco:28.12,chain:mechanics,powerKw:800,latest:2027-12-31,railSiding:true'
  equal(briefText(readBrief(link)), link)
  equal(readBrief('areaFromM2:-3,hectares:2,ateco:C28,powerKw:800,latest:soon,railSiding:yes'), { powerKw: '800' })
}

export function whatIsWrongInANeedSheetIsNamed() {
  equal(briefFaults({ areaFromM2: '3000', areaToM2: '2000', powerKw: 'much' }), ['powerKw', 'areaToM2'])
  equal(briefFaults({ areaFromM2: '3000', areaToM2: '3000' }), [])
}

export function aLinkCarriesTheRankingTheSheetAndTheComparison() {
  const asked = new URLSearchParams('rank=area_m2:max:30:w1000&brief=powerKw:800&plots=3,1,3,2,9,8,7')
  const named = readRanking(asked)
  equal([named.ranking.mode, named.ranking.needs, named.compare], ['brief', { powerKw: '800' }, [3, 1, 2, 9, 8]])
  equal(rankingParts({ place: 'compare', ...named }), [['rank', 'area_m2:max:30:w1000'], ['brief', 'powerKw:800'], ['plots', '3,1,2,9,8']])
  equal(rankingParts({ place: 'plots', ...showMode(named, 'rank') }), [['rank', 'area_m2:max:30:w1000']])
  equal(rankingParts({ place: 'map', ...named }), [])
  equal(readRanking(new URLSearchParams('plots=a,b&rank=!')), {})
}

export function wishesAreAddedOnceChangedAndDropped() {
  const wish = { attribute: 'area_m2', direction: 'max', weight: 50, worst: null, best: null, required: false, shape: 'linear' }
  const one = addWish(addWish(initialRanking, wish), { ...wish, weight: 3 })
  equal(one.ranking.wishes.map(({ weight }) => weight), [50])
  equal(changeWish(one, 'area_m2', { weight: 7 }).ranking.wishes[0].weight, 7)
  equal(dropWish(one, 'area_m2'), rankBy(initialRanking, []))
}

export function atMostFivePlotsAreCompared() {
  const picked = [1, 2, 3, 4, 5, 6].reduce((state, id) => pickPlot(state, id), initialRanking).picked
  equal(picked, [1, 2, 3, 4, 5])
  equal(pickPlot({ picked }, 3).picked, [1, 2, 4, 5])
  equal(compareThem(initialRanking, [4, 4, 2]).compare, [4, 2])
}
