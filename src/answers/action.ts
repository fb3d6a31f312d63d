// What a button means: an action and its ids, packed into the 64 bytes that Telegram gives us.
// The data comes back from the client and may be forged: it names rows, and every row is checked to belong to the chat.

import { z } from 'zod'

const id = z.coerce.number().int().positive()
const language = z.enum(['ar', 'en'])

const actions = {
  /** Show the paragraph that a statement stands in. */
  p: z.tuple([id]),
  /** What was the speaker commenting on? */
  c: z.tuple([id]),
  /** An answer again: in a language, for these people (`0`: as asked, `a`: all who fit), from an offset on. */
  a: z.tuple([id, language, z.string().regex(/^(?:0|a|\d{1,12})$/), z.coerce.number().int().nonnegative()]),
  /** What did this person say? */
  q: z.tuple([id]),
  /** One statement in full. */
  s: z.tuple([id]),
  /** The newest articles, from an offset on. */
  n: z.tuple([z.coerce.number().int().nonnegative()]),
  /** An article's statements. */
  r: z.tuple([id]),
  sources: z.tuple([]),
  lang: z.tuple([language]),
  /** A digest again: in a language, from an article on. */
  d: z.tuple([id, language, z.coerce.number().int().nonnegative()]),
  /** Adds the topic of that place in the list to the digest (1) or takes it out (0): a tap handled twice does the same as once. */
  t: z.tuple([z.coerce.number().int().nonnegative(), z.coerce.number().int().min(0).max(1)]),
  /** Choose topics, the city, the hour. */
  topics: z.tuple([]),
  city: z.tuple([]),
  hour: z.tuple([]),
  /** The city of that place in the list; that hour. */
  z: z.tuple([z.coerce.number().int().nonnegative()]),
  h: z.tuple([z.coerce.number().int().min(0).max(23)]),
  /** Several hours: the list; that hour one of them (1) or not (0). */
  hours: z.tuple([]),
  hh: z.tuple([z.coerce.number().int().min(0).max(23), z.coerce.number().int().min(0).max(1)]),
  /** Of a group or channel: its digests come without a sound (1) or not (0); are pinned; wait for the word of whoever taps. */
  silent: z.tuple([z.coerce.number().int().min(0).max(1)]),
  pin: z.tuple([z.coerce.number().int().min(0).max(1)]),
  appr: z.tuple([z.coerce.number().int().min(0).max(1)]),
  /** A digest that waits: publish it, throw it away, leave that article out. */
  dp: z.tuple([id]),
  dx: z.tuple([id]),
  de: z.tuple([id, id]),
  /** What is subscribed to; the digest now; no more digests. */
  subs: z.tuple([]),
  now: z.tuple([]),
  stop: z.tuple([]),
  /** No longer this subscription; on these days of the week (a bit each, Monday first); paused (1) or not (0); days without news told (1) or not (0). */
  x: z.tuple([id]),
  days: z.tuple([]),
  w: z.tuple([z.coerce.number().int().min(1).max(127)]),
  pause: z.tuple([z.coerce.number().int().min(0).max(1)]),
  quiet: z.tuple([]),
  /** Quiet from that hour to that one; the same twice: never. */
  qh: z.tuple([z.coerce.number().int().min(0).max(23), z.coerce.number().int().min(0).max(23)]),
  /** The digest in both languages (1) or in one (0). */
  both: z.tuple([z.coerce.number().int().min(0).max(1)]),
  tell: z.tuple([z.coerce.number().int().min(0).max(1)]),
  /** Follow this person (1) or no longer (0); whom the chat follows. */
  f: z.tuple([id, z.coerce.number().int().min(0).max(1)]),
  followed: z.tuple([]),
  /** Report a mistake in a statement; of that kind; an admin's verdict on a report: right (1) or not (0). */
  m: z.tuple([id]),
  mk: z.tuple([id, z.coerce.number().int().nonnegative()]),
  mv: z.tuple([id, z.coerce.number().int().min(0).max(1)]),
  /** Everything that is kept of the chat is deleted. */
  forget: z.tuple([]),
  /** For admins: the queue as it is now; its dead jobs tried again. */
  queue: z.tuple([]),
  retry: z.tuple([]),
  /** For admins: a broadcast sent; thrown away or stopped. */
  bs: z.tuple([id]),
  bd: z.tuple([id]),
}

export type Action = {
  [Name in keyof typeof actions]: { name: Name; values: z.infer<(typeof actions)[Name]> }
}[keyof typeof actions]

/** What changes what comes into a chat by itself, or leads there: in groups and channels it is for their admins. */
const managing = new Set<Action['name']>([
  'lang',
  'f',
  'followed',
  'stop',
  'topics',
  't',
  'city',
  'z',
  'hour',
  'h',
  'hours',
  'hh',
  'subs',
  'x',
  'days',
  'w',
  'pause',
  'quiet',
  'qh',
  'tell',
  'both',
  'silent',
  'pin',
  'appr',
  'now',
])

export const isManaging = ({ name }: Pick<Action, 'name'>): boolean => managing.has(name)

/** Telegram's limit for a button's data. */
const dataBytesMax = 64

/** Throws for data that Telegram would not take: a bug, found by tests. */
export function pack<Name extends keyof typeof actions>(
  name: Name,
  ...values: z.infer<(typeof actions)[Name]>
): string {
  const data = [name, ...values].join(':')
  if (Buffer.byteLength(data) > dataBytesMax) throw new Error(`a button's data is too long: ${data}`)
  return data
}

/** The same for a screen about another chat than the one that it is shown in; what manages nothing stays as it is. */
export function packFor(chatId: number, data: string): string {
  const action = unpack(data)
  if (!action || !isManaging(action)) return data
  const whole = `@${chatId}:${data}`
  if (Buffer.byteLength(whole) > dataBytesMax) throw new Error(`a button's data is too long: ${whole}`)
  return whole
}

/** The other way; null for a screen about its own chat. */
export function unpackFor(data: string): { chatId: number | null; action: Action | undefined } {
  const [, chatId, own = ''] = /^@(-\d{1,15}):(.*)$/s.exec(data) ?? []
  return chatId === undefined
    ? { chatId: null, action: unpack(data) }
    : { chatId: Number(chatId), action: unpack(own) }
}

/** Undefined for data that no button of ours has. */
function unpack(data: string): Action | undefined {
  const [name = '', ...values] = data.split(':')
  if (!Object.hasOwn(actions, name)) return undefined
  // oxlint-disable typescript/no-unsafe-type-assertion -- the line above and the schema of that very name have proved both
  const known = name as keyof typeof actions
  const parsed = actions[known].safeParse(values)
  return parsed.success ? ({ name: known, values: parsed.data } as Action) : undefined
  // oxlint-enable typescript/no-unsafe-type-assertion
}
