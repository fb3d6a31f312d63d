// Who is what in a group or a channel: what a bot asks before it lets somebody change what others read.

import { integerOf, type Parameters } from './parameters.ts'
import { badRequest } from './refusal.ts'
import { placeFor, type World } from './world.ts'

/** `getChat` and `getChatMember`, by their names in lower case. */
export function memberMethods(world: World) {
  return {
    getchat: (parameters: Parameters) => placeFor(world, parameters).chat,
    getchatmember: (parameters: Parameters) => {
      const { chat, members } = placeFor(world, parameters)
      const userId = integerOf(parameters, 'user_id')
      const user = userId === world.me.id ? world.me : world.users.get(userId)
      if (!user) throw badRequest('PARTICIPANT_ID_INVALID')
      const status = chat.type === 'private' ? 'member' : (members.get(userId) ?? 'left')
      const mayPost = chat.type === 'channel' && status === 'administrator'
      return { user, status, ...(mayPost && { can_post_messages: true }) }
    },
  }
}
