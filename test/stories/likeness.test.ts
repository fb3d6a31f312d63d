import { expect, test } from 'vitest'
import { likeness, likenessInTime, shapeOf } from '../../src/stories/likeness.ts'
import { Weights } from '../../src/stories/weights.ts'

test('a term weighs the less the more articles it stands in, on one scale however many there are', () => {
  const few = new Weights()
  const many = new Weights()
  few.add(['port', 'fire'])
  few.add(['port'])
  for (let n = 0; n < 400; n++) many.add(n % 100 === 0 ? ['port', 'fire'] : ['port'])
  for (const weights of [few, many]) {
    expect(weights.of('fire')).toBeGreaterThan(weights.of('port'))
    expect(weights.of('port')).toBeLessThan(0.8)
    expect(weights.of('never seen')).toBe(1)
  }
})

const shape = (text: string, language: 'ar' | 'en' = 'en') =>
  shapeOf({ title: '', text, language }, new Weights())

test('an article is like itself and not like another; time between them makes it less so', () => {
  const one = shape('A fire destroyed thirty shops in the market of Tell Nasim at dawn on Sunday.')
  const other = shape('The council voted for a new tram line on Tuesday evening after a long debate.')
  expect(likeness(one, one)).toBeGreaterThan(0)
  expect(likeness(one, other)).toBeLessThan(0)
  expect(likenessInTime(one, one, 240)).toBeLessThan(likenessInTime(one, one, 6))
})

test('empty and foreign texts are like nothing, and cost nothing', () => {
  expect(likeness(shape(''), shape(''))).toBeLessThan(0)
  expect(likeness(shape(''), shape('نص', 'ar'))).toBeLessThan(0)
  expect(likeness(shape('word '.repeat(200_000)), shape('other '.repeat(200_000)))).toBeLessThan(0)
})
