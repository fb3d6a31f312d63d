// A digest before it goes out into a group or channel: shown to whoever has to approve it, with a button to leave out each article. Pure.

import { pack } from '../answers/action.ts'
import { type Reply, rowsOf } from '../answers/reply.ts'
import { composeDigest, type DigestView } from '../digests/compose.ts'
import { shownMax } from '../digests/digest.ts'
import type { Gathered } from '../digests/gather.ts'
import type { Language } from '../language/script.ts'
import { blank, bold } from '../texts/message.ts'
import { texts } from '../texts/texts.ts'

/** `title`: of the group or channel. In the language that the digest is in. */
export function approvalScreen(
  digest: DigestView & { id: number },
  gathered: Gathered,
  { title, language }: { title: string; language: Language },
): Reply {
  const t = texts[language].publishing
  const { lines } = composeDigest(digest, gathered, digest.language)
  const leaving = gathered.articles
    .slice(0, shownMax)
    .map((article, index) => ({ text: t.leaveOut(index + 1), data: pack('leaveout', digest.id, article.id) }))
  return {
    lines: [[bold(t.preview(title))], blank, ...lines],
    buttons: [
      ...rowsOf(leaving, shownMax),
      [
        { text: t.publish, data: pack('publish', digest.id) },
        { text: t.discard, data: pack('unpublish', digest.id) },
      ],
    ],
  }
}
