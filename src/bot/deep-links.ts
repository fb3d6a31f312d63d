// Links into the chat: t.me/bot?start=… opens it at a statement, a paragraph, a person, the topics or the sources. Telegram allows 64 of A-Z a-z 0-9 _ -.

import { z } from 'zod'

const Id = z.coerce.number().int().positive()
/** A statement in full, the paragraph that it stands in, what a person has said. */
const numbered = ['s', 'p', 'q'] as const
const places = ['topics', 'sources', 'digest'] as const

export type DeepLink = { name: (typeof numbered)[number]; id: number } | { name: (typeof places)[number] }

export function deepLink(bot: string, link: DeepLink): string {
  return `https://t.me/${bot}?start=${'id' in link ? `${link.name}${link.id}` : link.name}`
}

/** What a start's payload means; undefined for one that is none of ours: it comes from anywhere. */
export function readDeepLink(payload: string): DeepLink | undefined {
  const place = places.find((it) => it === payload)
  if (place) return { name: place }
  const name = numbered.find((it) => payload.startsWith(it))
  const id = Id.safeParse(payload.slice(1))
  return name && /^\w\d{1,15}$/.test(payload) && id.success ? { name, id: id.data } : undefined
}
