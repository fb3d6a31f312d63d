// What a button means: an action and its ids, packed into the 64 bytes that Telegram gives us.
// The data comes back from the client and may be forged: it names rows, and every row is checked to belong to the chat.

import { z } from 'zod'

const id = z.coerce.number().int().positive()
const language = z.enum(['ar', 'en'])
const place = z.coerce.number().int().nonnegative()
const hour = z.coerce.number().int().min(0).max(23)
/** What a button turns: so (1) or not (0), never "the other": a tap handled twice does the same as once. */
const flag = z.coerce.number().int().min(0).max(1)

/** For whoever sees them. */
const forAll = {
  /** Show the paragraph that a statement stands in. */
  p: z.tuple([id]),
  /** What was the speaker commenting on? */
  c: z.tuple([id]),
  /** An answer again: in a language, for these people (`0`: as asked, `a`: all who fit), from an offset on. */
  a: z.tuple([id, language, z.string().regex(/^(?:0|a|\d{1,12})$/), place]),
  /** What did this person say? */
  q: z.tuple([id]),
  /** One statement in full. */
  s: z.tuple([id]),
  /** The newest articles, from an offset on. */
  n: z.tuple([place]),
  /** An article's statements. */
  r: z.tuple([id]),
  sources: z.tuple([]),
  /** A digest again: in a language, from an article on. */
  d: z.tuple([id, language, place]),
  /** Report a mistake in a statement; of that kind. */
  m: z.tuple([id]),
  mk: z.tuple([id, place]),
  /** Everything that is kept of the chat is deleted. */
  forget: z.tuple([]),
}

/** What comes into a chat by itself, and the way there. */
const ofDigests = {
  /** The topic of that place in the list is in the digest. */
  t: z.tuple([place, flag]),
  /** Choose topics, the city, the hour, several hours. */
  topics: z.tuple([]),
  city: z.tuple([]),
  hour: z.tuple([]),
  hours: z.tuple([]),
  /** The city of that place in the list; that hour alone; that hour among others. */
  z: z.tuple([place]),
  h: z.tuple([hour]),
  athour: z.tuple([hour, flag]),
  /** What is subscribed to; the digest now; no more digests. */
  subs: z.tuple([]),
  now: z.tuple([]),
  stop: z.tuple([]),
  /** No longer this subscription; choose the days; on these of the week (a bit each, Monday first). */
  x: z.tuple([id]),
  days: z.tuple([]),
  w: z.tuple([z.coerce.number().int().min(1).max(127)]),
  /** News at once; news of this person or story. */
  atonce: z.tuple([]),
  sub: z.tuple([z.enum(['person', 'story']), id]),
  /** Paused; days without news told; in both languages. */
  pause: z.tuple([flag]),
  tell: z.tuple([flag]),
  both: z.tuple([flag]),
  /** Choose quiet hours; from that one to that one, the same twice: never. */
  quiet: z.tuple([]),
  qh: z.tuple([hour, hour]),
}

/** For a chat's own reader, and in groups and channels for their admins: what all of it read is changed there. */
const forManagers = {
  ...ofDigests,
  lang: z.tuple([language]),
  /** This person is followed; whom the chat follows. */
  f: z.tuple([id, flag]),
  followed: z.tuple([]),
  /** Digests come without a sound; are pinned; wait for the word of whoever taps. */
  silent: z.tuple([flag]),
  pin: z.tuple([flag]),
  approval: z.tuple([flag]),
}

/** A digest that waits for a word is published, thrown away, or goes without that article. Whose word counts is looked up. */
const ofApproval = {
  publish: z.tuple([id]),
  unpublish: z.tuple([id]),
  leaveout: z.tuple([id, id]),
}

/** For the bot's own admins. */
const forAdmins = {
  /** A verdict on a reported mistake. */
  mv: z.tuple([id, flag]),
  /** The queue as it is now; its dead jobs tried again. */
  queue: z.tuple([]),
  retry: z.tuple([]),
  /** A broadcast goes to all; is thrown away or stopped. */
  sendall: z.tuple([id]),
  stopall: z.tuple([id]),
}

const actions = { ...forAll, ...forManagers, ...ofApproval, ...forAdmins }

export type Action = {
  [Name in keyof typeof actions]: { name: Name; values: z.infer<(typeof actions)[Name]> }
}[keyof typeof actions]

export type DigestAction = Extract<Action, { name: keyof typeof ofDigests | 'd' }>
export type ApprovalAction = Extract<Action, { name: keyof typeof ofApproval }>

export const isDigestAction = (action: Action): action is DigestAction =>
  action.name === 'd' || Object.hasOwn(ofDigests, action.name)
export const isApprovalAction = (action: Action): action is ApprovalAction =>
  Object.hasOwn(ofApproval, action.name)
export const isManaging = ({ name }: Pick<Action, 'name'>): boolean => Object.hasOwn(forManagers, name)

/** Telegram's limit for a button's data. */
const dataBytesMax = 64

/** Throws for data that Telegram would not take: a bug, found by tests. */
export function pack<Name extends keyof typeof actions>(
  name: Name,
  ...values: z.infer<(typeof actions)[Name]>
): string {
  return checked([name, ...values].join(':'))
}

function checked(data: string): string {
  if (Buffer.byteLength(data) > dataBytesMax) throw new Error(`a button's data is too long: ${data}`)
  return data
}

/** The same for a screen about another chat than the one that it is shown in; what manages nothing stays as it is. */
export function packFor(chatId: number, data: string): string {
  const action = unpack(data)
  return action && isManaging(action) ? checked(`@${chatId}:${data}`) : data
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
