// Reports of one utterance shown once: the report that the reader reads best, and who else reports it. Pure.

import type { Language } from '../language/script.ts'
import { outletName } from '../sources/outlet-names.ts'
import type { Said } from '../statements/store.ts'
import { texts } from '../texts/texts.ts'

export type Utterance = { said: Said; others: readonly Said[] }

/**
 * In the order of the statements; of several reports the one in the reader's language stands for all, then the one that quotes, then a text
 * before a headline, then the fullest.
 */
export function utterancesOf(statements: readonly Said[], language: Language): Utterance[] {
  return [...Map.groupBy(statements, (it) => it.utteranceId).values()].flatMap((reports) => {
    const [said, ...others] = reports.toSorted(
      (a, b) => rank(a, language) - rank(b, language) || b.words.length - a.words.length,
    )
    return said ? [{ said, others }] : []
  })
}

function rank({ language: own, form, in: place }: Said, language: Language): number {
  return (own === language ? 0 : 4) + (form === 'direct' ? 0 : 2) + (place === 'text' ? 0 : 1)
}

/** The other outlets that report it, each with its verb where that is another one. */
export function otherOutlets({ said, others }: Utterance, language: Language): string[] {
  const own = said.source ?? said.agency
  const named = others.flatMap(({ source, agency, sample, verb }) => {
    const outlet = source ?? agency
    if (outlet === null || outlet === own) return []
    // A retelling never poses as the outlet; its own line of source is in the language that it was written in.
    const name =
      sample?.kind === 'retold'
        ? texts[language].retold(sample.outlet, sample.date)
        : outletName(outlet, language)
    return [verb === said.verb || verb === '' ? name : `${name} (${verb})`]
  })
  const carried = [said, ...others]
    .flatMap((it) => it.alsoIn)
    .filter((it) => it !== own)
    .map((it) => outletName(it, language))
  return [...new Set([...named, ...carried])]
}
