// Who one can be in the playground. Their ids exist on this server only: no real Telegram account has them.

import type { User } from './message.ts'

export type Person = 'readerArabic' | 'readerEnglish' | 'admin'

type Profile = Omit<User, 'is_bot'> & { language_code: 'ar' | 'en' }

/** The admin's id counts as an admin's only for a bot that is served by the playground. */
export const playgroundUsers: Record<Person, Profile> = {
  readerArabic: { id: 1001, first_name: 'قارئ', username: 'reader_ar', language_code: 'ar' },
  readerEnglish: { id: 1002, first_name: 'Reader', username: 'reader_en', language_code: 'en' },
  admin: { id: 1003, first_name: 'Admin', username: 'khabar_admin', language_code: 'en' },
}

/** The same people, the admin with the first id that the bot knows as an admin's. */
export function peopleFor(adminIds: readonly number[]): Record<Person, Profile> {
  const [id = playgroundUsers.admin.id] = adminIds
  return { ...playgroundUsers, admin: { ...playgroundUsers.admin, id } }
}
