// From what was found to what the reader sees. Pure: lines and buttons, decided here, sent by the bot or printed by the command line.

import { type Language, otherLanguage } from '../language/script.ts'
import type { Said } from '../statements/store.ts'
import { blank, bold, type Line, type Piece } from '../texts/message.ts'
import { type Texts, texts } from '../texts/texts.ts'
import { list } from '../texts/words.ts'
import { pack } from './action.ts'
import { contextWords } from './context.ts'
import { statementsPerMessage } from './evidence.ts'
import { earlierLines, rolesLines } from './beside.ts'
import { factsLines } from './facts.ts'
import type { Found } from './find.ts'
import type { Lead } from './lead-form.ts'
import type { Person } from './people.ts'
import { articleLines } from './latest.ts'
import { choiceData, composeChoice, composeNothing } from './offer.ts'
import { type Button, type Reply, rowsOf, type Setting } from './reply.ts'
import { otherOutlets, type Utterance, utterancesOf } from './utterances.ts'
import {
  displayName,
  honorificOf,
  shortName,
  sourceLines,
  speakerLine,
  wordsLines,
} from './statement-lines.ts'

export function composeReply(found: Found, setting: Setting): Reply {
  const { lines, buttons } = composeFound(found, setting)
  return { lines: [...leadLines(setting), ...lines], buttons }
}

/** What a model wrote, each sentence with the numbers of the passages that it rests on, and said to be what it is. */
function leadLines({ lead, language }: Setting): Line[] {
  if (!lead) return []
  const t = texts[language]
  const marked = ({ text, ids }: Lead['sentences'][number]) => `${text} [${ids.join(t.comma)}]`
  const sentences = lead.sentences.map((it): Line => [marked(it)])
  const disagreements = lead.disagreements.map((it): Line => [t.disagreement(marked(it))])
  return [...sentences, ...disagreements, [t.leadLabel], blank]
}

function composeFound(found: Found, setting: Setting): Reply {
  switch (found.kind) {
    case 'statements':
      return composeStatements(found, setting)
    case 'who':
      return composeWho(found, setting)
    case 'choose':
      return composeChoice(found, setting)
    case 'mentioned':
      return composeMention(found, setting)
    case 'nothing':
      return composeNothing(found, setting)
    case 'articles':
      return composeArticles(found, setting)
    case 'other':
      return composeOther(setting)
  }
}

type Of<Kind extends Found['kind']> = Extract<Found, { kind: Kind }>

function composeStatements(found: Of<'statements'>, setting: Setting): Reply {
  const { language, question } = setting
  const t = texts[language]
  const name = askedName(found.people, setting)
  const period = t.period(question.from, question.to)
  const all = utterancesOf(found.statements, language)
  if (all.length === 0 && period !== null) {
    const lines: Line[] = [[bold(t.notWhen(name, period))], blank, searchedLine(name, setting)]
    return { lines, buttons: [languageRow(setting)] }
  }
  const told = page(all, setting)
  const shown = told.map(({ said }) => said)
  const lines: Line[] = []
  if (found.offTopic && question.topic !== null)
    lines.push([bold(t.notAbout(name, question.topic, all.length))], ...sampleLine(shown, t), blank)
  lines.push(...statementsLines(told, found.people, setting, found.offTopic ? [] : sampleLine(shown, t)))
  lines.push(...rolesLines(found.roles, setting), ...earlierLines(shown, found.all, setting))
  lines.push(blank, amountLine({ found: all.length, ...found }, name, setting))
  if (shown.some((it) => isForeign(it, language) && it.translation === null) && !setting.hasModel)
    lines.push([t.noModel])
  lines.push(searchedLine(name, setting))
  return { lines, buttons: statementButtons(shown, { ...found, count: all.length }, setting) }
}

/** Statements of one article stand together, under its source once; the first line names the person. */
function statementsLines(
  shown: readonly Utterance[],
  people: readonly Person[],
  setting: Setting,
  afterFirst: Line[],
): Line[] {
  const lines: Line[] = []
  let previous: Said | undefined
  for (const [index, utterance] of shown.entries()) {
    const { said } = utterance
    if (previous && previous.articleId !== said.articleId)
      lines.push(...sourceLines(previous, setting), blank)
    const samePerson =
      previous?.articleId === said.articleId && previous.personIds.join() === said.personIds.join()
    if (!samePerson) {
      if (previous?.articleId === said.articleId) lines.push(blank)
      lines.push(speakerLine(said, namesOf(said, people), setting.language))
    }
    if (index === 0) lines.push(...afterFirst)
    lines.push(...wordsLines(said, setting, setting.lead ? index + 1 : undefined))
    lines.push(...factsLines(said, setting), ...alsoLines(utterance, setting))
    previous = said
  }
  if (previous)
    lines.push(
      ...contextLines(
        shown.map(({ said }) => said),
        setting,
      ),
      ...sourceLines(previous, setting),
    )
  return lines
}

/** Who else reports the same words, and with which verb where it is another one. */
function alsoLines(utterance: Utterance, { language }: Setting): Line[] {
  const outlets = otherOutlets(utterance, language)
  return outlets.length === 0 ? [] : [[texts[language].alsoReported(outlets)]]
}

const isForeign = (said: Said, language: Language): boolean =>
  said.language !== language && said.language !== 'other'

/** What a single statement was a comment on; of several, each would need its own, and their buttons tell it. */
function contextLines(shown: readonly Said[], { language }: Setting): Line[] {
  const [only, another] = shown
  if (!only || another || only.language !== language) return []
  const words = contextWords(only)
  return words === '' ? [] : [blank, [texts[language].context(words)]]
}

/** All spellings of the speaker that are known; of an article's own when the person is not among those asked for. */
function namesOf(said: Said, people: readonly Person[]): string[] {
  const person = people.find((it) => said.personIds.includes(it.personId))
  return person ? [...person.names, ...(said.person ? [said.person] : [])] : said.person ? [said.person] : []
}

function amountLine(
  { found, storedInAll: stored, isLeast }: { found: number; storedInAll: number; isLeast: boolean },
  name: string,
  { language, offset, articles }: Setting,
): Piece[] {
  const t = texts[language]
  const shown = Math.min(found - offset, statementsPerMessage)
  if (shown === stored && !isLeast) return [t.allStored(name, stored, articles)]
  const range = t.someOf(offset + 1, offset + shown, found)
  const amount = found === stored ? range : `${range} · ${t.restStored(name, stored)}`
  return [isLeast ? t.orMore(amount) : amount]
}

function searchedLine(name: string, { language, question }: Setting): Piece[] {
  const t = texts[language]
  return [t.searched(name, question.topic, t.period(question.from, question.to))]
}

function statementButtons(
  shown: readonly Said[],
  found: Of<'statements'> & { count: number },
  setting: Setting,
): Button[][] {
  const t = texts[setting.language]
  const first = shown[0]
  const comments = shown.length === 1 && first?.adjuncts.some((it) => it.kind === 'comment')
  const gender = found.people[0]?.gender
  const buttons: (Button | null)[] = shown.map((said, index) => ({
    text: shown.length === 1 ? t.buttons.paragraph : `${t.buttons.paragraph} ${index + 1}`,
    data: pack('p', said.id),
  }))
  if (comments && first)
    buttons.push({
      text: gender === 'f' ? t.buttons.commentFeminine : t.buttons.comment,
      data: pack('c', first.id),
    })
  const [followable, second] = found.people
  if (followable && !second && setting.answerId !== null)
    buttons.push({
      text: t.following.follow(shortName(displayName(followable.names, setting.language))),
      data: pack('f', followable.personId, 1),
    })
  const others = found.others.map((it) => ({
    text: displayName(it.names, setting.language),
    data: choiceData(setting, it),
  }))
  return [...rowsOf(buttons), ...rowsOf(others), ...pagingRows(found.count, setting)]
}

/** More of the same, and the other language. */
function pagingRows(count: number, setting: Setting): Button[][] {
  const { answerId, offset, language, chosen } = setting
  const next = offset + statementsPerMessage
  const more =
    answerId !== null && next < count
      ? { text: texts[language].buttons.more, data: pack('a', answerId, language, chosen, next) }
      : null
  return rowsOf([more, ...languageRow(setting)])
}

function languageRow({ answerId, language, chosen, offset }: Setting): Button[] {
  if (answerId === null) return []
  const other = otherLanguage(language)
  return [{ text: texts[language].buttons.otherLanguage, data: pack('a', answerId, other, chosen, offset) }]
}

const page = (utterances: readonly Utterance[], { offset }: Setting): Utterance[] =>
  utterances.slice(offset, offset + statementsPerMessage)

/** Said in the second line of every answer that shows an invented sample, so that a forwarded copy says so too. */
function sampleLine(shown: readonly Pick<Said, 'sample'>[], t: Texts): Line[] {
  return shown.some((it) => it.sample?.kind === 'invented') ? [[t.sampleLine]] : []
}

/** The name as the reader wrote it where that is in the reader's script, else the short form of ours. */
function askedName(people: readonly Person[], { language, question }: Setting): string {
  if (people.length > 1)
    return list(
      people.map((it) => shortName(displayName(it.names, language))),
      language,
    )
  const asked = question.speakerGuesses[0] ?? ''
  const isOwnScript = /\p{Script=Arabic}/u.test(asked) === (language === 'ar')
  const person = people[0]
  if (asked !== '' && isOwnScript && (!person || language === 'ar')) return asked
  return person ? shortName(displayName(person.names, language)) : asked
}

function composeWho({ statements }: Of<'who'>, setting: Setting): Reply {
  const t = texts[setting.language]
  const all = utterancesOf(statements, setting.language)
  const told = page(all, setting)
  const shown = told.map(({ said }) => said)
  const { topic, from, to } = setting.question
  const lines: Line[] = [[bold(t.who(topic ?? ''))], ...sampleLine(shown, t), blank]
  lines.push(...statementsLines(told, [], setting, []))
  lines.push(blank, [t.someOf(setting.offset + 1, setting.offset + shown.length, all.length)])
  const period = t.period(from, to)
  if (period !== null) lines.push([period])
  const buttons = shown.map((said, index) => ({
    text: `${t.buttons.paragraph} ${index + 1}`,
    data: pack('p', said.id),
  }))
  return { lines, buttons: [...rowsOf(buttons), ...pagingRows(all.length, setting)] }
}

function composeMention({ name, articles, spokenThere }: Of<'mentioned'>, setting: Setting): Reply {
  const { language } = setting
  const t = texts[language]
  const told = utterancesOf(spokenThere, language).slice(0, statementsPerMessage)
  const shown = told.map(({ said }) => said)
  const named = displayName([name], language)
  const lines: Line[] = [
    [bold(t.mentioned(named, articles.length))],
    ...sampleLine([...shown, ...articles.slice(0, 1)], t),
    blank,
  ]
  const [first] = articles
  const [only, second] = shown
  const oneSpeaker =
    only && shown.every((it) => it.personIds.join() === only.personIds.join() && it.speaker !== '')
  if (only && (oneSpeaker || !second)) {
    const [, ...rest] = statementsLines(told, [], setting, [])
    lines.push(
      [
        t.mentionedSpeaker(false),
        honorificOf(only, language),
        ...speakerLine(only, namesOf(only, []), language),
      ],
      ...rest,
    )
  } else if (only) lines.push([t.mentionedSpeaker(true)], blank, ...statementsLines(told, [], setting, []))
  else if (first) lines.push([t.mentionedIn(first.title)], ...sourceLines(first, setting))
  const buttons = shown.map((said, index) => ({
    text: shown.length === 1 ? t.buttons.paragraph : `${t.buttons.paragraph} ${index + 1}`,
    data: pack('p', said.id),
  }))
  return { lines, buttons: rowsOf([...buttons, ...languageRow(setting)]) }
}

function composeArticles({ articles, summaries }: Of<'articles'>, setting: Setting): Reply {
  const { question, language, offset } = setting
  const t = texts[language]
  const title = question.topic === null ? t.latestTitle : t.aboutTitle(question.topic)
  return articleLines({ title, articles, summaries, offset, moreData: null }, setting)
}

function composeOther({ language }: Setting): Reply {
  const t = texts[language]
  return {
    lines: [[t.otherQuestion], blank, ...t.help.map((line): Line => [line])],
    buttons: [[{ text: t.buttons.latest, data: pack('n', 0) }]],
  }
}
