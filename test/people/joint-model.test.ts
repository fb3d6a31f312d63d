import { expect, test } from 'vitest'
import { jointLikeness } from '../../src/people/joint-model.ts'

test.each([
  ['تروندهايم', 'trondheim', 'trindade'],
  ['فرانوفسكي', 'vranovsky', 'franosch'],
  ['القندلاوي', 'qandalawi', 'kandil'],
  ['شوستر', 'schuster', 'chester'],
  ['كينسيلا', 'kinsella', 'castilla'],
  ['بوافير', 'boisvert', 'bowyer'],
])('%s is likelier %s than %s', (arabic, its, other) => {
  expect(jointLikeness(arabic, its)).toBeGreaterThan(jointLikeness(arabic, other) + 0.3)
})

test.each([
  ['a name and one that has no sound of it', 'ماريا', 'schuster'],
  ['letters that it never met', 'ݐݐ', 'ŋŋ'],
])('%s are a coincidence', (_, arabic, latin) => {
  const likeness = jointLikeness(arabic, latin)
  expect(Number.isFinite(likeness)).toBe(true)
  expect(likeness).toBeLessThan(-0.5)
})

test('marks that people leave out change nothing', () => {
  expect(jointLikeness('مولر', 'müller')).toBe(jointLikeness('مولر', 'muller'))
})
