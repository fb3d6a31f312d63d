// Names of people often in the news, in both scripts (`figures.tsv`, our own table). What a rule can't know: that هيلي is Haley,
// that Sacharowa's Arabic is زاخاروفا. Names only: who holds which office is told by the articles.

import { readFileSync } from 'node:fs'
import { fold } from '../language/normalise.ts'
import type { Gender } from './given-names.ts'
import { withoutMarks } from './letters.ts'

/** The first form of each script is the one shown. */
export type Figure = { latin: readonly string[]; arabic: readonly string[]; gender: Gender }

export const figures: readonly Figure[] = readFileSync(new URL('figures.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [latin = '', arabic = '', gender] = line.split('\t')
    return { latin: latin.split('|'), arabic: arabic.split('|'), gender: gender === 'f' ? 'f' : 'm' }
  })

const byForm = new Map<string, Figure>()
for (const figure of figures) {
  for (const form of [...figure.latin, ...figure.arabic]) byForm.set(formKey(form), figure)
}

/** The figure whose name is written so, marks, case, hyphens and hamza seats aside. */
export function figureNamed(name: string): Figure | undefined {
  return byForm.get(formKey(name))
}

/** All spellings of a figure that the table has; empty for anyone else. */
export function spellingsOfFigure(name: string): readonly string[] {
  const figure = figureNamed(name)
  return figure ? [...figure.latin, ...figure.arabic] : []
}

/** Whether the figures of a surname are men or women; undefined where the table has none, or both. */
export function genderOfSurname(name: string): Gender | undefined {
  const ending = ` ${formKey(name)}`
  const genders = new Set(
    figures
      .filter(({ latin, arabic }) => [...latin, ...arabic].some((form) => formKey(form).endsWith(ending)))
      .map((it) => it.gender),
  )
  return genders.size === 1 ? [...genders][0] : undefined
}

function formKey(name: string): string {
  const words = withoutMarks(fold(name.normalize('NFKD').replace(/(?<=[a-z])\p{M}+/giu, '')))
  return words
    .replace(/عبد (?=ال)/g, 'عبد')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
}
