// What a reader and an admin see of a reported mistake. Pure.

import { pack } from '../answers/action.ts'
import { type Reply, rowsOf } from '../answers/reply.ts'
import { composeStatement } from '../answers/single.ts'
import type { Reader } from '../answers/statement-lines.ts'
import type { Language } from '../language/script.ts'
import type { Said } from '../statements/store.ts'
import { blank, bold } from '../texts/message.ts'
import { texts } from '../texts/texts.ts'
import { type Mistake, mistakeKinds } from './store.ts'

export function kindsScreen(statementId: number, language: Language): Reply {
  const t = texts[language].mistake
  const kinds = mistakeKinds.map((kind, place) => ({
    text: t.kinds[kind],
    data: pack('mk', statementId, place),
  }))
  return { lines: [[bold(t.ask)]], buttons: rowsOf(kinds, 1) }
}

/** Everything that an admin needs to decide: what is said to be wrong, the statement, its paragraph a tap away. */
export function reportedReply({ id, kind }: Mistake, said: Said, reader: Reader): Reply {
  const t = texts[reader.language].mistake
  const { lines, buttons } = composeStatement(said, reader)
  return {
    lines: [[bold(t.reported)], [t.kinds[kind]], blank, ...lines],
    buttons: [
      ...buttons,
      [
        { text: t.confirm, data: pack('mv', id, 1) },
        { text: t.reject, data: pack('mv', id, 0) },
      ],
    ],
  }
}
