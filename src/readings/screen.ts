// An article that a reader has sent, read in place: what it says in short, who speaks in it, and who else has it. Pure.

import { type Analysis, analyse } from '../articles/analyse.ts'
import type { Reply } from '../answers/reply.ts'
import { displayName, type Reader, sourceLines, speakerLine, wordsLines } from '../answers/statement-lines.ts'
import { detectLanguage, type Language } from '../language/script.ts'
import { outletName } from '../sources/outlet-names.ts'
import { shownFrom } from '../statements/confidence.ts'
import type { Said } from '../statements/store.ts'
import type { Summary } from '../summaries/summary.ts'
import { blank, bold, type Line, link } from '../texts/message.ts'
import { texts } from '../texts/texts.ts'
import { topicName } from '../topics/topics.ts'

export type Sent = Pick<Said, 'title' | 'url' | 'source' | 'agency' | 'publishedAt'> & { text: string }
/** The same text as it is stored from elsewhere. */
export type Elsewhere = { title: string; url: string | null; source: string | null }

export type ReadArticle = {
  article: Sent
  language: Language | 'other'
  analysis: Analysis
  /** By a model, where one wrote them. */
  written?: { [L in Language]?: Summary }
  elsewhere: readonly Elsewhere[]
}

/** Everything that can be told without a model. */
export function readArticle(article: Sent, elsewhere: readonly Elsewhere[]): ReadArticle {
  return {
    article,
    language: detectLanguage(`${article.title}\n${article.text}`),
    analysis: analyse(article),
    elsewhere,
  }
}

/** What is shown of whom speaks: one message, whatever was sent. */
const statementsMax = 3
const elsewhereMax = 4

export function composeReading(read: ReadArticle, reader: Reader): Reply {
  const t = texts[reader.language]
  if (read.language === 'other') return { lines: [[t.readings.otherLanguage]], buttons: [] }
  return {
    lines: [
      ...summaryLines(read, reader),
      ...originLines(read.article, reader),
      ...spokenLines(read, reader),
      ...elsewhereLines(read.elsewhere, reader),
      blank,
      [t.readings.notKept],
    ],
    buttons: [],
  }
}

function summaryLines({ language, analysis, written }: ReadArticle, reader: Reader): Line[] {
  const t = texts[reader.language]
  const all = written ?? analysis.summaries
  const own = all[reader.language]
  const summary = own ?? (language === 'other' ? undefined : all[language])
  if (!summary || language === 'other') return [[bold(t.readings.nothing)]]
  const inLanguage = own ? reader.language : language
  const how =
    summary.method === 'facts'
      ? t.factsOnly(t.languageNames[language])
      : own
        ? t.method[summary.method]
        : `${t.method[summary.method]} · ${t.onlyIn(t.languageNames[language])}`
  // A card of key facts has the article's own headline, in the article's language.
  const headLanguage = summary.method === 'facts' ? detectLanguage(summary.headline) : inLanguage
  const topics = analysis.topics.map((id) => topicName(id, reader.language))
  return [
    { pieces: [bold(summary.headline)], language: headLanguage === 'other' ? reader.language : headLanguage },
    ...summary.body.split('\n').map((line): Line => ({ pieces: [line], language: inLanguage })),
    [[how, ...topics].join(' · ')],
  ]
}

/** A text that was pasted says of itself neither where nor when. */
const originLines = (article: Sent, reader: Reader): Line[] =>
  article.url === null ? [] : [blank, ...sourceLines({ ...article, sample: null }, reader)]

function spokenLines({ article, language, analysis }: ReadArticle, reader: Reader): Line[] {
  const t = texts[reader.language].readings
  const sure = analysis.statements.filter((it) => it.confidence >= shownFrom)
  if (sure.length === 0) return [blank, [t.nobody]]
  const shown = sure.slice(0, statementsMax)
  const lines = shown.flatMap((statement, ordinal): Line[] => {
    const { text: words, person, ...rest } = statement
    const said: Said = {
      ...rest,
      ...article,
      person,
      words,
      ordinal,
      body: article.text,
      language,
      id: 0,
      articleId: 0,
      revisionId: 0,
      externalId: null,
      sample: null,
      personIds: [],
      isCurrent: true,
      translation: null,
      utteranceId: 0,
      alsoIn: [],
    }
    return [
      blank,
      speakerLine(said, person === null ? [] : [person], reader.language),
      ...wordsLines(said, reader),
    ]
  })
  const others = sure.slice(statementsMax).map((it) => it.person ?? it.speaker)
  const names = [...new Set(others)].filter((it) => it !== '').map((it) => displayName([it], reader.language))
  return [
    blank,
    [bold(t.spoken(shown.length, sure.length))],
    ...lines,
    ...(names.length > 0 ? [blank, [t.also(names.slice(0, elsewhereMax))] as Line] : []),
  ]
}

function elsewhereLines(elsewhere: readonly Elsewhere[], { language }: Reader): Line[] {
  if (elsewhere.length === 0) return []
  const t = texts[language]
  const rows = elsewhere
    .slice(0, elsewhereMax)
    .map(({ title, url, source }): Line => [
      `• ${source === null ? t.sourceUnknown : outletName(source, language)}${language === 'ar' ? '، ' : ', '}`,
      link(title, url),
    ])
  return [blank, [bold(t.readings.elsewhere)], ...rows]
}
