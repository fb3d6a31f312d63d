// A list of sources (opml.ts) made ours: each once, however often the list comes.

import type { Db } from '../database/database.ts'
import type { Listed } from './opml.ts'
import { addSource } from './store.ts'

/** How many were added, how many were there already, and what may not be read. */
export async function addListed(db: Db, { sources, refused }: Listed) {
  let added = 0
  for (const source of sources) if (await addSource(db, source)) added++
  return { added, known: sources.length - added, refused }
}
