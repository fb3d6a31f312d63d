// What stands beside somebody's words: what the news calls the person, and what the person said on the matter before. Pure.

import type { Role } from '../people/store.ts'
import type { Said } from '../statements/store.ts'
import { blank, bold, type Line } from '../texts/message.ts'
import { texts } from '../texts/texts.ts'
import { earlierOn } from './earlier.ts'
import type { Setting } from './reply.ts'
import { displayRole, sourceLines, wordsLines } from './statement-lines.ts'

/** An office is held by one and later by another: each role with the days on which the news tells it. */
export function rolesLines(roles: readonly Role[], { language }: Setting): Line[] {
  const t = texts[language]
  const named = Map.groupBy(roles, ({ role }) => displayRole(role, language) ?? role)
  const told = Array.from(named, ([role, some]): Line => {
    const days = some
      .flatMap(({ from, to }) => [from, to])
      .filter((it) => it !== null)
      .toSorted()
    return [t.role(role, days[0] ?? null, days.at(-1) ?? null)]
  })
  return told.length === 0 ? [] : [blank, [bold(t.rolesTitle)], ...told]
}

/** Then and now: under the newest statement, earlier words of the same person on the same matter. */
export function earlierLines(shown: readonly Said[], all: readonly Said[], setting: Setting): Line[] {
  const [newest] = shown
  if (!newest || setting.offset > 0) return []
  const earlier = earlierOn(newest, all, shown)
  if (!earlier) return []
  const t = texts[setting.language]
  const sample: Line[] = earlier.sample?.kind === 'invented' ? [[t.sampleLine]] : []
  return [
    blank,
    [bold(t.earlier)],
    ...sample,
    ...wordsLines(earlier, setting),
    ...sourceLines(earlier, setting),
  ]
}
