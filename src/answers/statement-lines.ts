// One statement as a reader sees it: who, with which verb, in exactly whose words, from where, when. Pure.
// Indirect speech never stands between quotation marks of ours; the article's own words go out letter for letter.

import { fold } from '../language/normalise.ts'
import { hasArabic, type Language } from '../language/script.ts'
import { type Span, trimmed } from '../language/span.ts'
import { otherScriptName } from '../people/other-script.ts'
import { courtesies } from '../people/titles.data.ts'
import { translateRole } from '../people/roles.ts'
import { outletName } from '../sources/outlet-names.ts'
import type { Adjunct } from '../statements/statement.ts'
import type { Said } from '../statements/store.ts'
import { nameVerb } from '../statements/verb-names.ts'
import { bold, type Line, link, type Piece, quoted } from '../texts/message.ts'
import { texts } from '../texts/texts.ts'
import { daysBetween } from '../texts/words.ts'

export type Reader = {
  language: Language
  /** The reader's own day, `YYYY-MM-DD`. */
  today: string
  hasModel: boolean
}

/** The name in the reader's script: as an article wrote it, else a known spelling, else written out by sound with the original beside it. */
export function displayName(names: readonly string[], language: Language): string {
  const own = names.filter((name) => hasArabic(name) === (language === 'ar'))
  const fullest =
    (own.length > 0 ? own : names).toSorted(
      (a, b) => countWords(b) - countWords(a) || b.length - a.length,
    )[0] ?? ''
  if (own.length > 0 || fullest === '') return fullest
  const other = otherScriptName(fullest, language)
  if (!other) return fullest
  return other.known ? other.name : `${other.name} (${fullest})`
}

const countWords = (name: string): number => name.split(/\s+/).length

/** «بيسكوف» of «دميتري بيسكوف»; a name with بن or آل in it is not cut. */
export function shortName(name: string): string {
  const plain = name.replace(/\s*\(.*\)$/, '')
  if (/(?:^|\s)(?:بن|ابن|بنت|آل|bin|ibn|bint|Al)\s/.test(plain)) return plain
  const words = plain.split(/\s+/)
  const last = words.at(-1) ?? plain
  const before = words.at(-2) ?? ''
  // Particles belong to the surname: "von der Leyen", «فان دايك».
  return /^(?:von|van|de|der|den|di|da|le|la|el|al|أبو|ابو|أبي|فان|دي|لو|عبد)$/i.test(before)
    ? words.slice(-2).join(' ')
    : last
}

export function displayRole(role: string | null, language: Language): string | null {
  if (role === null) return null
  if (hasArabic(role) === (language === 'ar')) return role
  return translateRole(role, language) ?? role
}

/** What somebody is called in the reader's language: by an article in it, if there is one, else put over from the other. */
export function roleOf(
  { role, arabicRole, otherRole }: Record<'role' | 'arabicRole' | 'otherRole', string | null>,
  language: Language,
): string | null {
  return (language === 'ar' ? arabicRole : otherRole) ?? displayRole(role, language)
}

/** **Name**, role. An unnamed speaker or an organisation is shown as the article names it. */
export function speakerLine(said: Said, names: readonly string[], language: Language): Piece[] {
  const name = names.length > 0 ? displayName(names, language) : ''
  if (name === '') {
    const asWritten =
      said.speaker === '' ? texts[language].unnamed : (displayRole(said.speaker, language) ?? said.speaker)
    return [bold(asWritten)]
  }
  const role = displayRole(said.role, language)
  return role ? [bold(name), `${texts[language].comma}${role}`] : [bold(name)]
}

/** «سمو الشيخ »: the courtesy that the article writes before the name, for a sentence of ours in the article's language. */
export function honorificOf({ speaker, person, language }: Said, to: Language): string {
  if (person === null || language !== to) return ''
  const before = speaker.slice(0, Math.max(0, speaker.indexOf(person)))
  const words = before.trim().split(/\s+/)
  return words.every((word) => courtesies.has(fold(word))) ? `${words.join(' ')} ` : ''
}

/** The verb's line, the words, and what kind of words they are. `number`: by which lines above them point to it. */
export function wordsLines(said: Said, reader: Reader, number?: number): Line[] {
  return [
    [...(number === undefined ? [] : [`${number}. `]), ...introLine(said, reader)],
    quoted(shownWords(said)),
    ...formLines(said, reader),
    ...translationLines(said, reader),
  ]
}

/** For a reader of the other language what was said as a model reported it: marked, and never between quotation marks. */
function translationLines({ language, translation }: Said, reader: Reader): Line[] {
  if (translation === null || language === reader.language) return []
  return [[texts[reader.language].translation(translation)]]
}

/** The statement's words with the quotation marks that the article puts round them. */
function shownWords(said: Said): string {
  const { start, end } = shownSpan(said)
  return sourceText(said).slice(start, end)
}

function shownSpan(said: Said): Span {
  const text = sourceText(said)
  if (said.form !== 'direct') return said
  const opens = /["«“”„‹″]/.test(text.charAt(said.start - 1)) ? 1 : 0
  const closing = /^[.,،!?؟…]?["»”“›″]/.exec(text.slice(said.end, said.end + 2))?.[0].length ?? 0
  return { start: said.start - opens, end: said.end + closing }
}

export const sourceText = ({ in: place, title, body }: Said): string => (place === 'title' ? title : body)

function introLine(said: Said, { language }: Reader): Piece[] {
  const t = texts[language]
  const sameLanguage = said.language === language
  const audience = adjunctWords(said, 'audience', language).map((words) => ` ${words}`)
  const when = adjunctWords(said, 'when', language).map((words) =>
    language === 'ar' ? ` «${words}»` : ` (“${words}”)`,
  )
  const setting = adjunctWords(said, 'setting', language).map((words) => `${t.comma}${words}`)
  const head = [verbLabel(said, language), ...audience, ...when, ...setting].join('')
  if (said.form !== 'direct') return [`${head === '' ? t.headline : head}${t.inOwnWording}`]
  const connector = sameLanguage ? connectorOf(said) : ''
  return [`${`${head}${connector === '' ? '' : ` ${connector}`}`.trim() || t.headline}:`]
}

/** The verb as the article has it; in the other language its name, the original beside it. A loaded verb is said to be the article's. */
function verbLabel(said: Said, language: Language): string {
  const t = texts[language]
  if (said.verb === '') return ''
  if (said.language === language)
    return `${t.said(said.verb, '')}${said.verbClass === 'claim' ? t.verbFromArticle : ''}`
  const named = nameVerb(said.verb, language)
  return named === undefined ? t.said(said.verb, '') : t.said(named, said.verb)
}

/** «إلى أنه» between the verb and an opening quotation mark. */
function connectorOf(said: Said): string {
  const before = sourceText(said).slice(Math.max(0, said.start - 24), said.start)
  return (
    /(?:^|\s)((?:(?:إلى|على|عن)\s+)?(?:ب|ل)?(?:أن|إن|ان)(?:ه|ها|هم|نا|ني)?)\s*["«“”]?$/u.exec(before)?.[1] ??
    ''
  )
}

const audiences: readonly (readonly [ar: RegExp, inEnglish: string, en: RegExp, inArabic: string])[] = [
  [/صحفيين|صحافيين/, 'to journalists', /reporters|journalists/i, 'للصحفيين'],
  [/وسائل الإعلام|وسايل الاعلام/, 'to the media', /media/i, 'لوسائل الإعلام'],
  [/برلمان|النواب/, 'to parliament', /parliament|lawmakers/i, 'للبرلمان'],
]

/** The words of an adjunct for this reader; in the other language only where a word list has them. */
export function adjunctWords(said: Said, kind: Adjunct['kind'], language: Language): string[] {
  const spans = said.adjuncts.filter((it) => it.kind === kind)
  return spans.flatMap((span) => {
    const { start, end } = trimmed(sourceText(said), span)
    const words = sourceText(said).slice(start, end).replace(/[،,]$/, '')
    if (said.language === language) return [words]
    if (kind !== 'audience') return []
    const row = audiences.find(([ar, , en]) => (language === 'en' ? ar : en).test(words))
    return row ? [language === 'en' ? row[1] : row[3]] : []
  })
}

function formLines(said: Said, { language }: Reader): Line[] {
  const t = texts[language]
  const foreign = said.language === language ? null : t.languageNames[said.language]
  const quotes = said.quotes.map(({ start, end }) => sourceText(said).slice(start, end))
  if (said.form === 'indirect') return [[t.indirect(foreign)]]
  if (said.form === 'mixed') return [quotes.length > 0 ? [t.mixed(quotes)] : [t.indirect(foreign)]]
  if (connectorOf(said) !== '')
    return [
      [`${t.directAfter}${said.adjuncts.some((it) => it.kind === 'when') ? ` ${t.spokenWhenUnknown}` : ''}`],
    ]
  return [[t.direct(language === 'ar' || foreign ? t.languageAdjectives[said.language] : null)]]
}

type Origin = Pick<Said, 'source' | 'agency' | 'url' | 'publishedAt' | 'sample'>

/** Where it stood and when; the project's own retelling never poses as the outlet. */
export function sourceLines(
  { source, agency, url, publishedAt, sample }: Origin,
  { language, today }: Reader,
): Line[] {
  const t = texts[language]
  const lines: Line[] = []
  if (sample?.kind === 'retold') lines.push([t.retold(sample.outlet, sample.date)])
  else {
    const names = [source, agency].filter((it) => it !== null).map((it) => outletName(it, language))
    const [outlet, from] = names
    const text = outlet === undefined ? t.sourceUnknown : t.source(outlet, from ?? null)
    lines.push([link(text, url)])
  }
  lines.push([
    publishedAt === null ? t.undated : t.published(publishedAt, daysBetween(publishedAt.slice(0, 10), today)),
  ])
  return lines
}
