// "@bot peskov cyber" in any chat: cards with the words, their source and a way to the paragraph. Nothing is sent before the reader taps one.

import type { Context } from 'telegraf'
import type { InlineQueryResult } from 'telegraf/types'
import { answer, fromTheStart } from '../answers/answer.ts'
import { composeStatement } from '../answers/single.ts'
import { displayName, type Reader } from '../answers/statement-lines.ts'
import { utterancesOf } from '../answers/utterances.ts'
import { findLanguage, findZone } from '../chats/store.ts'
import { outgoing } from '../delivery/outgoing.ts'
import { hasArabic, type Language } from '../language/script.ts'
import { outletName } from '../sources/outlet-names.ts'
import { anything, listStatements, type Said } from '../statements/store.ts'
import { texts } from '../texts/texts.ts'
import { formatDay } from '../texts/words.ts'
import { type BotNeeds, readerOf } from './chat.ts'
import { deepLink } from './deep-links.ts'

/** Telegram takes 50; nobody scrolls so far. */
const cardsMax = 10
/** As many readers ask the same within a minute get the same cards from Telegram itself. */
const cacheSeconds = 60
/** Of a query: what is longer is no look-up. */
const queryCharsMax = 256
/** A name has so many words at most, when the rest is taken for the topic. */
const nameWordsMax = 3
const newestMax = 40

export async function answerInline(ctx: Context, needs: BotNeeds): Promise<void> {
  const { inlineQuery: asked, botInfo } = ctx
  if (!asked) return
  const query = asked.query.trim().slice(0, queryCharsMax).toWellFormed()
  const language = await languageOf(needs, asked.from, query)
  const zone = await findZone(needs.db, { server: needs.server, chatId: asked.from.id })
  const reader = readerOf(needs, { language, zone: zone ?? needs.config.zone })
  const said = query === '' ? await newest(needs) : await statementsFor(needs, query, reader)
  const shown = utterancesOf(said, language).slice(0, cardsMax)
  const t = texts[language].inline
  await ctx.answerInlineQuery(
    shown.flatMap((it) => cardOf(it.said, reader, botInfo.username)),
    {
      cache_time: cacheSeconds,
      // The same words are answered in the language of whoever writes them.
      is_personal: true,
      button: { text: shown.length > 0 ? t.more : t.none, start_parameter: 'ask' },
    },
  )
}

/** The one that the reader has chosen in the private chat, else that of the query, else that of their Telegram. */
async function languageOf(
  { db, server }: BotNeeds,
  from: { id: number; language_code?: string },
  query: string,
): Promise<Language> {
  if (/\p{L}/u.test(query)) return hasArabic(query) ? 'ar' : 'en'
  const chosen = await findLanguage(db, { server, chatId: from.id })
  return chosen === 'ar' || from.language_code?.toLowerCase().startsWith('ar') ? 'ar' : 'en'
}

/** Somebody who has typed nothing yet sees the newest quotations. */
async function newest({ db }: BotNeeds): Promise<Said[]> {
  const all = await listStatements(db, anything, newestMax)
  return all.filter((it) => it.person !== null)
}

/** "peskov cyber" has no verb: what is no question as it stands is read as a name and a topic. */
async function statementsFor({ db, config }: BotNeeds, query: string, reader: Reader): Promise<Said[]> {
  for (const text of [query, ...asQuestions(query, reader.language)]) {
    const asked = { text, today: reader.today, weekStart: config.weekStart }
    const first = await answer(db, asked, reader, fromTheStart)
    // Nothing can be asked back here; each card says whose words it has.
    const { found } =
      first.found.kind === 'choose'
        ? await answer(db, asked, reader, { ...fromTheStart, chosen: 'a' })
        : first
    if (found.kind === 'statements' && !found.offTopic && found.statements.length > 0) return found.statements
    if (found.kind === 'who' && found.statements.length > 0) return found.statements
  }
  return []
}

function asQuestions(query: string, language: Language): string[] {
  const words = query.split(/\s+/)
  const most = Math.min(nameWordsMax, words.length - 1)
  return Array.from({ length: Math.max(0, most) }, (_, index) => {
    const cut = most - index
    const [name, topic] = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')]
    return texts[language].inline.asQuestion(name, topic)
  })
}

/** No card for words that do not fit one message: they are never cut. */
function cardOf(said: Said, reader: Reader, bot: string): InlineQueryResult[] {
  const t = texts[reader.language]
  const [message, ...rest] = outgoing({ ...composeStatement(said, reader), buttons: [] }, reader.language)
  if (!message || rest.length > 0) return []
  const { entities, link_preview_options: preview } = message.extra
  const name = said.person === null ? said.speaker || t.unnamed : displayName([said.person], reader.language)
  const outlet = said.source ?? said.agency
  const place = [
    outlet === null ? t.sourceUnknown : outletName(outlet, reader.language),
    said.publishedAt === null ? t.undated : formatDay(said.publishedAt, reader.language),
  ]
  return [
    {
      type: 'article',
      id: `s${said.id}`,
      title: name,
      description: `${said.words.replaceAll(/\s+/g, ' ')}\n${place.join(' · ')}`,
      input_message_content: { message_text: message.text, entities, link_preview_options: preview },
      reply_markup: {
        inline_keyboard: [[{ text: t.buttons.paragraph, url: deepLink(bot, { name: 'p', id: said.id }) }]],
      },
    },
  ]
}
