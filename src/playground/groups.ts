// Groups, forums and channels as people make them, and what becomes of the bot there.

import type { Chat, User } from './message.ts'
import { forbidden, Refusal } from './refusal.ts'
import type { Updates } from './updates.ts'
import type { Place, Status, World } from './world.ts'

export function createGroups(world: World, updates: Updates) {
  return {
    /** A group that `by` has just added the bot to; with topics it is a forum. */
    group: (by: User, { id, title, topics }: { id: number; title: string; topics?: [number, string][] }) => {
      const forum = topics ? { is_forum: true as const } : {}
      const place = world.open({ id, type: 'supergroup', title, ...forum }, new Map(topics))
      place.members.set(by.id, 'creator').set(world.me.id, 'member')
      changeMembership(world, updates, by, { place, from: 'left', to: 'member' })
      return place.chat
    },
    /** A channel that `by` has just made the bot an administrator of. */
    channel: (by: User, { id, title, username }: { id: number; title: string; username: string }) => {
      const place = world.open({ id, type: 'channel', title, username })
      place.members.set(by.id, 'creator').set(world.me.id, 'administrator')
      changeMembership(world, updates, by, { place, from: 'left', to: 'administrator' })
      return place.chat
    },
    /** From now on the user is that in the group or channel. */
    member: (user: User, chat: Chat, status: Status): void => {
      placeOf(world, chat.id).members.set(user.id, status)
    },
    /** A topic of a forum is deleted. */
    closeTopic: (chat: Chat, thread: number): void => {
      placeOf(world, chat.id).topics.delete(thread)
    },
    kick: (by: User, chat: Chat): void => {
      const place = placeOf(world, chat.id)
      place.refusal = forbidden(`bot was kicked from the ${chat.type} chat`)
      changeMembership(world, updates, by, { place, from: 'member', to: 'kicked' })
    },
    /** The group becomes a supergroup with another id. */
    migrate: (chat: Chat, toId: number): void => {
      const place = placeOf(world, chat.id)
      place.refusal = new Refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
        migrate_to_chat_id: toId,
      })
      const moved = world.open({ ...chat, id: toId, type: 'supergroup' }, place.topics)
      for (const [id, status] of place.members) moved.members.set(id, status)
    },
  }
}

export function changeMembership(
  world: World,
  updates: Updates,
  by: User,
  { place, from, to }: { place: Place; from: string; to: string },
): void {
  const member = (status: string) => ({
    user: world.me,
    status,
    ...(status === 'kicked' && { until_date: 0 }),
  })
  const change = {
    chat: place.chat,
    from: by,
    date: Math.floor(world.now() / 1000),
    old_chat_member: member(from),
    new_chat_member: member(to),
  }
  updates.push('my_chat_member', change, place.chat.id)
}

export function placeOf(world: World, chatId: number): Place {
  const place = world.places.get(chatId)
  if (!place) throw new Error(`No chat ${chatId}`)
  return place
}
