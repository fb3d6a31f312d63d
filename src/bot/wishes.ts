// A chat subscribes to a source by its address. One that Khabar reads is the chat's at once; one that is new is read for everybody once it is read,
// so an admin has to allow it first.

import { refusal } from '../sources/address.ts'
import { everyMinutesDefault } from '../sources/rhythm.ts'
import { addSource, findSourceAt } from '../sources/store.ts'
import { thingId } from '../subscriptions/interest.ts'
import { subscribe } from '../subscriptions/store.ts'
import { blank, type Line } from '../texts/message.ts'
import { texts } from '../texts/texts.ts'
import { countWaitingWishes, wishSource } from '../wishes/store.ts'
import type { BotNeeds, Here } from './chat.ts'

/** The address in «/subscribe https://…»; undefined for other words. */
export const readAddress = (words: string): string | undefined =>
  /^https?:\/\/\S+$/i.test(words) ? words : undefined

/** Of a chat's wishes so many may wait for an admin at a time. */
const waitingMax = 3

/** What the chat is told first, and whether it has subscribed. */
type Taken = { lines: Line[]; isSubscribed: boolean }

/** Subscribes a chat to the source at an address, or says why not; what is new to Khabar is laid before its admins. */
export async function subscribeToSource(needs: BotNeeds, here: Here, address: string): Promise<Taken> {
  const { db } = needs
  const t = texts[here.language].subscriptions
  if (!URL.canParse(address) || refusal(new URL(address)) !== undefined)
    return refused(t.addressRefused(address))
  const take = async (sourceId: number, lines: Line[] = []): Promise<Taken> =>
    (await subscribe(db, here.key, thingId('feed', sourceId)))
      ? { lines, isSubscribed: true }
      : refused(t.tooMany)
  const known = await findSourceAt(db, address)
  if (known) return take(known.id)
  if (!here.isAdmin && (await countWaitingWishes(db, here.key)) >= waitingMax)
    return refused(t.tooManyWishes(waitingMax))
  const added = here.isAdmin
    ? await addSource(db, { address, everyMinutes: everyMinutesDefault })
    : await wishSource(db, address, everyMinutesDefault)
  // Another was quicker by a moment.
  if (!added) return subscribeToSource(needs, here, address)
  if (here.isAdmin) return take(added.id)
  const taken = await take(added.id, [[t.wished(address)], blank])
  if (taken.isSubscribed)
    await needs.enqueue('alert', { server: needs.server, sourceId: added.id }, `wish-${added.id}`)
  return taken
}

const refused = (line: string): Taken => ({ lines: [[line]], isSubscribed: false })
