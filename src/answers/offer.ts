// Where no words answer a question: whom the name may mean, or who else has spoken. Pure.

import type { Language } from '../language/script.ts'
import { genderOfSurname } from '../people/figures.ts'
import { genderOf } from '../people/other-script.ts'
import { countedMax } from '../speakers/store.ts'
import { blank, bold, type Line } from '../texts/message.ts'
import type { Extent } from '../texts/en.ts'
import { texts } from '../texts/texts.ts'
import { pack } from './action.ts'
import type { Found } from './find.ts'
import type { Person } from './people.ts'
import { type Reply, rowsOf, type Setting } from './reply.ts'
import { displayName, roleOf } from './statement-lines.ts'

type Of<Kind extends Found['kind']> = Extract<Found, { kind: Kind }>

export function composeChoice({ people }: Of<'choose'>, setting: Setting): Reply {
  const { language, today, question, answerId } = setting
  const t = texts[language]
  const name = question.speakerGuesses[0] ?? ''
  const lines: Line[] = [[bold(t.ambiguous(name, people.length))]]
  if (people.some((it) => it.invented)) lines.push([t.sampleLine])
  for (const person of people) {
    const role = roleOf(person, language)
    const shownName = displayName(person.names, language)
    lines.push(blank, role ? [bold(shownName), `${t.comma}${role}`] : [bold(shownName)])
    const { statements: count, latest, onTopic } = person
    const amount = { isLeast: count >= countedMax, latest, today }
    lines.push([
      onTopic === null || question.topic === null
        ? t.statementCount({ ...amount, count })
        : t.statementCountAbout({
            ...amount,
            count: onTopic,
            topic: question.topic,
            others: count - onTopic,
          }),
    ])
  }
  const buttons = people.map((person) => {
    const role = roleOf(person, language)
    const text = [displayName(person.names, language), ...(role ? [role] : [])].join(t.comma)
    return [{ text: clipped(text), data: choiceData(setting, person) }]
  })
  if (answerId !== null) {
    const text = people.length === 2 ? t.buttons.both : t.buttons.all
    buttons.push([{ text, data: pack('a', answerId, language, 'a', 0) }])
  }
  return { lines, buttons }
}

export const choiceData = ({ answerId, language }: Setting, { personId }: Person): string =>
  answerId === null ? pack('q', personId) : pack('a', answerId, language, String(personId), 0)

/** A button's text is cut by the client anyway, in the middle of a word. */
const buttonCharsMax = 48
const clipped = (text: string): string =>
  text.length <= buttonCharsMax ? text : `${text.slice(0, buttonCharsMax).replace(/[\s،,]+\S*$/u, '')}…`

export function composeNothing({ extent, speakers }: Of<'nothing'>, setting: Setting): Reply {
  const { language, question } = setting
  const t = texts[language]
  const asked = question.speakerGuesses[0] ?? null
  const period = t.period(question.from, question.to)
  const lines: Line[] = [[bold(asked === null ? t.nothingOn(question.topic ?? '') : t.nothing(asked))], blank]
  const names = asked === null ? [question.topic ?? ''] : [asked, ...otherSpelling(asked)]
  lines.push([t.searchedNames(names, period)])
  lines.push([t.searchedIn(extentOf(extent))])
  if (asked !== null)
    lines.push([t.mayHaveSpoken(question.gender ?? genderOf(asked) ?? genderOfSurname(asked) ?? null)])
  lines.push(...othersLines(speakers, setting))
  const buttons = speakers.map((it) => ({
    text: displayName(it.names, language),
    data: pack('q', it.personId),
  }))
  return { lines, buttons: [...rowsOf(buttons), [{ text: t.buttons.sources, data: pack('sources') }]] }
}

/** Who has spoken; where there are no buttons to tap, the names stand in the text. */
function othersLines(speakers: readonly Person[], { language, answerId }: Setting): Line[] {
  const t = texts[language]
  if (speakers.length === 0) return []
  const names = speakers.map((it): Line => [`• ${displayName(it.names, language)}`])
  const sample = speakers.some((it) => it.invented) ? [[t.sampleLine]] : []
  return [blank, [t.storedFor], ...sample, ...(answerId === null ? names : [])]
}

/** «ميركل، Merkel»: what was searched for in the other script too. */
function otherSpelling(name: string): string[] {
  const other: Language = /\p{Script=Arabic}/u.test(name) ? 'en' : 'ar'
  const spelling = displayName([name], other).replace(/\s*\(.*\)$/, '')
  return spelling === name || spelling === '' ? [] : [spelling]
}

const extentOf = ({ articles, undated, firstDay, lastDay }: Of<'nothing'>['extent']): Extent => ({
  count: articles,
  undated,
  first: firstDay,
  last: lastDay,
})
