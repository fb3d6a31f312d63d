// Stores what a source has read: new, changed or a duplicate. Whole or not at all, and the same twice as once.

import { createHash } from 'node:crypto'
import type { Database, Db } from '../database/database.ts'
import { storable } from '../database/storable.ts'
import { fold } from '../language/normalise.ts'
import type { Draft } from './article.ts'
import type { Sample } from './samples.ts'
import { nearKeys } from '../near-copies/near-copy.ts'
import {
  addAppearance,
  addArticle,
  addRevision,
  findKnown,
  findSameWords,
  type Published,
  retireRevision,
  updateArticle,
} from './store.ts'
import { articleTerms } from './terms.ts'

export type LoadStatus = 'new' | 'changed' | 'duplicate'
export type Loaded = { articleId: number; revisionId: number; status: LoadStatus }

/** How often a load is tried again when another process stores the same article at the same moment. */
const attemptsMax = 5

/**
 * Stores one draft. `duplicate`: its words are stored already, here or under another address. `changed`: its address or
 * origin is known and its words are not; the old revision is kept. Throws when the database fails; nothing is stored then.
 */
export async function loadDraft(db: Database, draft: Draft, sample: Sample | null = null): Promise<Loaded> {
  const clean = wellFormed(draft)
  for (let attempt = 1; attempt <= attemptsMax; attempt++) {
    try {
      const loaded = await db.transaction((tx) => attemptToLoad(tx, clean, sample))
      if (loaded) return loaded
    } catch (error) {
      if (!(error instanceof Lost)) throw error
    }
  }
  throw new Error(`An article could not be stored: others kept storing it (${draft.title.slice(0, 80)})`)
}

async function attemptToLoad(db: Db, draft: Draft, sample: Sample | null): Promise<Loaded | undefined> {
  const contentHash = hashContent(draft)
  const known = await findKnown(db, draft)
  if (known?.contentHash === contentHash) return { ...known, status: 'duplicate' }
  const same = await findSameWords(db, contentHash)
  if (same) {
    await addAppearance(db, same.articleId, draft)
    return { ...same, status: 'duplicate' }
  }

  const published = publishedOf(draft)
  const words = {
    title: draft.title,
    text: draft.text,
    contentHash,
    terms: articleTerms(draft, draft.language),
    nearKeys: nearKeys(draft),
  }
  if (known) {
    await updateArticle(db, known.articleId, draft, published)
    await retireRevision(db, known.revisionId)
    const revision = await addRevision(db, known.articleId, words)
    if (!revision) throw new Lost()
    return { articleId: known.articleId, revisionId: revision.id, status: 'changed' }
  }
  const article = await addArticle(db, draft, published, sample)
  if (!article) return undefined
  const revision = await addRevision(db, article.id, words)
  // Its words came in under another address since we looked: the article row must not stay without any.
  if (!revision) throw new Lost()
  return { articleId: article.id, revisionId: revision.id, status: 'new' }
}

/** Rolls the transaction back; a load that runs into this has lost a race and finds the winner's article next time. */
class Lost extends Error {}

/** Two articles with the same words have the same hash, whatever their spelling of hamzas, digits and marks. */
export function hashContent({ title, text }: { title: string; text: string }): string {
  const words = fold(`${title}\n${text}`).match(/[\p{L}\p{N}]+/gu) ?? []
  return createHash('sha256').update(words.join(' ')).digest('hex')
}

/** A bare day stands at noon UTC for order alone: between what was published before and after that day everywhere but in the Pacific. */
function publishedOf({ publishedAt }: Pick<Draft, 'publishedAt'>): Published {
  if (publishedAt === null) return null
  const on = publishedAt.slice(0, 10)
  return { at: publishedAt, on, order: new Date(publishedAt.length === 10 ? `${on}T12:00:00Z` : publishedAt) }
}

/** Postgres stores neither NUL nor lone surrogates; a scrape may hold both. */
function wellFormed(draft: Draft): Draft {
  return {
    ...draft,
    title: storable(draft.title),
    text: storable(draft.text),
    url: cleanOrNull(draft.url),
    externalId: cleanOrNull(draft.externalId),
    origin: cleanOrNull(draft.origin),
    source: cleanOrNull(draft.source),
    agency: cleanOrNull(draft.agency),
    author: cleanOrNull(draft.author),
    place: cleanOrNull(draft.place),
    keywords: draft.keywords.map(storable),
  }
}

const cleanOrNull = (text: string | null): string | null => (text === null ? null : storable(text))
