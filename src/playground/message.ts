// The shapes that go over the wire, as far as a news bot meets them. Names are the Bot API's own.

export type User = {
  id: number
  is_bot: boolean
  first_name: string
  last_name?: string
  username?: string
  language_code?: string
}

export type BotUser = User & {
  username: string
  can_join_groups: boolean
  can_read_all_group_messages: boolean
  supports_inline_queries: boolean
}

export type Chat = {
  id: number
  type: 'private' | 'group' | 'supergroup' | 'channel'
  title?: string
  username?: string
  first_name?: string
  is_forum?: true
}

/** `offset` and `length` are UTF-16 units of the text beside it. */
export type Entity = {
  type: string
  offset: number
  length: number
  url?: string
  language?: string
  custom_emoji_id?: string
  unix_time?: number
  date_time_format?: string
}

export type Button = { text: string; callback_data?: string; url?: string; [other: string]: unknown }

export type Keyboard = { inline_keyboard: Button[][] }

export type StoredFile = {
  file_id: string
  file_unique_id: string
  file_size: number
  file_name?: string
  mime_type?: string
  width?: number
  height?: number
}

export type Message = {
  message_id: number
  /** Unix seconds. */
  date: number
  edit_date?: number
  chat: Chat
  from: User
  sender_chat?: Chat
  text?: string
  entities?: Entity[]
  caption?: string
  caption_entities?: Entity[]
  document?: StoredFile
  photo?: StoredFile[]
  reply_markup?: Keyboard
  reply_to_message?: Message
  quote?: { text: string; position: number }
  message_thread_id?: number
  is_topic_message?: true
  via_bot?: User
  forward_origin?: { type: 'hidden_user'; date: number; sender_user_name: string }
}
