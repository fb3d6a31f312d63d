// An outlet's name for a reader of the other language, where it has an established one; else it stays as written.

import { fold } from '../language/normalise.ts'
import type { Language } from '../language/script.ts'
import { outletNames } from './outlet-names.data.ts'

const english = new Map(outletNames.map(([ar, en]) => [fold(ar), en]))

/** «نوفوستي» for English is "Novosti". Latin names stay Latin in Arabic: that is how Arabic readers know RT Arabic or CNN. */
export function outletName(name: string, to: Language): string {
  return to === 'ar'
    ? name
    : (english.get(
        fold(name)
          .replace(/[.\s]+/g, ' ')
          .trim(),
      ) ?? name)
}
