// The first message: what Khabar does, shown on a statement that is really stored.

import type { Context } from 'telegraf'
import { pack } from '../answers/action.ts'
import { aboutPhrase } from '../answers/facts.ts'
import type { Button } from '../answers/reply.ts'
import { rowsOf } from '../answers/reply.ts'
import {
  adjunctWords,
  displayName,
  type Reader,
  shortName,
  sourceLines,
  speakerLine,
  wordsLines,
} from '../answers/statement-lines.ts'
import { countAll } from '../articles/store.ts'
import { type Language, otherLanguage } from '../language/script.ts'
import { anything, listStatements, type Said } from '../statements/store.ts'
import { nameVerb } from '../statements/verb-names.ts'
import { blank, bold, type Line } from '../texts/message.ts'
import { texts } from '../texts/texts.ts'
import { type BotNeeds, type Here, readerOf, send } from './chat.ts'

/** Enough to find an example among the newest. */
const examinedMax = 60

export async function welcome(ctx: Context, needs: BotNeeds, here: Here): Promise<void> {
  const { language } = here
  const t = texts[language]
  const reader = readerOf(needs, here)
  const totals = await countAll(needs.db)
  const recent = await examples(needs)
  const asked = personToAsk(recent)
  const example = exampleOf(recent, language, asked)
  const lines: Line[] = [[bold(t.welcome)], [t.intro]]
  if (example) lines.push(blank, [t.introExample], blank, ...exampleLines(example, reader))
  lines.push(blank, [t.stored({ count: totals.articles, arabic: totals.arabic, english: totals.english })])
  const other = otherLanguage(language)
  const buttons: (Button | null)[] = [
    asked === undefined
      ? null
      : {
          text: t.buttons.ask(shortName(displayName(namesOf(asked), language))),
          data: pack('q', asked.personIds[0] ?? 0),
        },
    { text: t.buttons.latest, data: pack('n', 0) },
    { text: t.subscriptions.buttons.subscribe, data: pack('topics') },
    { text: texts[other].name, data: pack('lang', other) },
  ]
  await send(ctx, { lines, buttons: rowsOf(buttons) }, language)
}

const namesOf = ({ person }: Said): string[] => (person === null ? [] : [person])

/** The newest statements of named people: of real ones, and of invented ones only where no others are stored. */
async function examples({ db }: BotNeeds): Promise<Said[]> {
  const real = await listStatements(db, { ...anything, invented: false }, examinedMax)
  const pool = real.length > 0 ? real : await listStatements(db, anything, examinedMax)
  return pool.filter((it) => it.person !== null && it.in === 'text')
}

/** A direct quotation in the reader's language says best what Khabar is for. */
function exampleOf(recent: readonly Said[], language: Language, asked: Said | undefined): Said | undefined {
  const own = recent.filter((it) => it.language === language)
  return own.find((it) => it.form === 'direct') ?? own[0] ?? asked ?? recent[0]
}

/** Whom the button asks about: of the newest article's people the second, so that example and button differ. */
function personToAsk(recent: readonly Said[]): Said | undefined {
  const pool = recent.filter((it) => it.personIds.length === 1)
  const [first] = pool
  return (
    pool.find((it) => it.articleId === first?.articleId && it.personIds[0] !== first.personIds[0]) ?? first
  )
}

function exampleLines(said: Said, reader: Reader): Line[] {
  const t = texts[reader.language]
  const sample: Line[] = said.sample?.kind === 'invented' ? [[t.sampleLine]] : []
  const speaker = speakerLine(said, namesOf(said), reader.language)
  if (said.language === reader.language || reader.hasModel || said.language === 'other')
    return [speaker, ...sample, ...wordsLines(said, reader), ...sourceLines(said, reader)]
  // In the other language, without a model: that something was said, about what, and no more.
  const verb = t.said(nameVerb(said.verb, reader.language) ?? said.verb, said.verb)
  const audience = adjunctWords(said, 'audience', reader.language).map((words) => ` ${words}`)
  return [
    speaker,
    ...sample,
    [`${verb}${t.somethingAbout(audience.join(''), aboutPhrase(said, reader.language))}`],
    [t.articleIsIn(t.languageNames[said.language])],
    ...sourceLines(said, reader),
  ]
}
