// Learns `edit-model.json` and `joint-model.tsv` from lists of name pairs:  node src/people/train.ts PAIRS.tsv…
// A pair is a line with an Arabic and a Latin spelling between tabs, in either order. Same input, same output, byte for byte.

import { writeFileSync } from 'node:fs'
import { learn, readPairs, type Correspondence } from './alignment.ts'
import type { EditTable } from './edit-model.ts'
import { jointModelFrom } from './train-joint.ts'

/** A correspondence seen less often than this (in expected counts) is noise. Keeps the table under 200 KB. */
const leastCount = 0.3
const missing = 1200

/** Costs: the mean of both conditional surprises; a letter without counterpart costs half its joint surprise. */
function tabulate(learned: readonly Correspondence[]): EditTable {
  const kept = learned.filter(({ count }) => count >= leastCount)
  const total = kept.reduce((sum, { count }) => sum + count, 0)
  const arabicTotals = totals(kept, ({ arabic }) => arabic)
  const latinTotals = totals(kept, ({ latin }) => latin)
  const costs: EditTable['costs'] = {}
  for (const { arabic, latin, count } of kept.toSorted(byPieces)) {
    const joint = -Math.log(count / total)
    const given =
      -Math.log(count / (arabicTotals.get(arabic) ?? 1)) - Math.log(count / (latinTotals.get(latin) ?? 1))
    const cost = arabic && latin ? given / 2 : joint / 2
    const row = (costs[arabic] ??= {})
    if (cost < missing / 100) row[latin] = Math.round(cost * 100)
  }
  return { missing, costs }
}

function totals(kept: readonly Correspondence[], key: (one: Correspondence) => string): Map<string, number> {
  const sums = new Map<string, number>()
  for (const one of kept) sums.set(key(one), (sums.get(key(one)) ?? 0) + one.count)
  return sums
}

function byPieces(a: Correspondence, b: Correspondence): number {
  const [left, right] = [`${a.arabic}|${a.latin}`, `${b.arabic}|${b.latin}`]
  return left < right ? -1 : Number(left > right)
}

const { learned, trusted } = learn(process.argv.slice(2).flatMap(readPairs))
const beside = (name: string) => new URL(name, import.meta.url)
writeFileSync(beside('edit-model.json'), `${JSON.stringify(tabulate(learned), undefined, 2)}\n`)
writeFileSync(beside('joint-model.tsv'), jointModelFrom(learned, trusted))
