// A digest as its chat gets it: message by message, in one language or both, with the chat's footer.

import { createHash } from 'node:crypto'
import type { Reply } from '../answers/reply.ts'
import type { Db } from '../database/database.ts'
import { type Outgoing, outgoing } from '../delivery/outgoing.ts'
import { withoutButtons } from '../delivery/place.ts'
import { composeDigest } from '../digests/compose.ts'
import { readGathered } from '../digests/gather.ts'
import type { StoredDigest } from '../digests/store.ts'
import { otherLanguage } from '../language/script.ts'
import { blank } from '../texts/message.ts'
import type { Publishing } from './store.ts'

/** `hash`: of what they say, to know later whether they would say something else. */
export async function digestParts(
  db: Db,
  digest: StoredDigest,
  publishing: Publishing | undefined,
): Promise<{ parts: Outgoing[]; hash: string }> {
  const gathered = await readGathered(db, digest)
  const other = otherLanguage(digest.language)
  const languages = digest.inBoth ? [digest.language, other] : [digest.language]
  const parts = languages.flatMap((language) => {
    const reply = withoutButtons(digest, composeDigest(digest, gathered, language))
    return outgoing(withFooter(reply, publishing), language)
  })
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
  return { parts, hash }
}

const withFooter = (reply: Reply, publishing: Publishing | undefined): Reply =>
  publishing?.footer ? { ...reply, lines: [...reply.lines, blank, [publishing.footer]] } : reply
