// The common shapes of an English role in Arabic: "Czech transport minister", "president of France", "Kremlin spokesman".
// Arabic turns the order around and makes the whole definite; a word that is not in the lists ends the attempt.

import type { Gender } from './given-names.ts'
import { definite, feminine, nationNamed, nationOfAdjective, type Nation } from './nations.ts'
import { arabicOffices, definiteArabic } from './role-words.ts'

/** Before an office: former, acting, deputy; after the Arabic one or before it. */
const adjectives = new Map([
  ['former', ['السابق', 'السابقة']],
  ['late', ['الراحل', 'الراحلة']],
  ['new', ['الجديد', 'الجديدة']],
  ['acting', ['بالإنابة', 'بالإنابة']],
])

/** Arabic of folded English words; `gender` of the person, masculine where it is not known, as Arabic news has it. */
export function arabicRoles(words: readonly string[], gender: Gender = 'm'): string | undefined {
  const role = words.filter((word) => word !== 'the').join(' ')
  const whole = arabicRole(role, gender)
  if (whole !== undefined) return whole
  const [left, right, ...more] = role.split(' and ')
  if (left === undefined || right === undefined || more.length > 0) return undefined
  const [first, second] = [arabicRole(left, gender), arabicRole(right, gender)]
  return first === undefined || second === undefined ? undefined : `${first} و${second}`
}

function arabicRole(role: string, gender: Gender): string | undefined {
  const [first = '', ...rest] = role.split(' ')
  const adjective = adjectives.get(first)?.[gender === 'f' ? 1 : 0]
  if (adjective !== undefined) {
    const inner = arabicRole(rest.join(' '), gender)
    return inner && `${inner} ${adjective}`
  }
  if (first === 'deputy' && rest.length > 0) {
    const inner = arabicRole(rest.join(' '), 'm')
    return inner && `${gender === 'f' ? 'نائبة' : 'نائب'} ${inner}`
  }
  const shapes = [spokesman, governing, stately, compound]
  return shapes.map((shape) => shape(role, gender)).find((arabic) => arabic !== undefined)
}

function spokesman(role: string, gender: Gender): string | undefined {
  const [, before, kind, after] =
    /^(?:(.+) )?(spokes(?:man|woman|person))(?: (?:for|of) (.+))?$/.exec(role) ?? []
  const body = before ?? after
  if (kind === undefined || (before !== undefined && after !== undefined)) return undefined
  const office = kind === 'spokeswoman' || gender === 'f' ? 'المتحدثة' : 'المتحدث'
  if (body === undefined) return office
  const arabic = bodyOf(body.replace(/['’]s$/, ''))
  return arabic && `${office} باسم ${arabic}`
}

/** "director of …", "ambassador to …", "minister of …": the office first in both languages. */
function governing(role: string, gender: Gender): string | undefined {
  const [, front = '', preposition, body = ''] = /^(.+?) (of|to|for) (.+)$/.exec(role) ?? []
  if (preposition === undefined) return undefined
  const { nation, rest } = nationFirst(front)
  const office = officeOf(rest, gender)
  const arabic = bodyOf(body)
  if (office === undefined) return nation ? undefined : ofCountry(front, body, gender)
  if (arabic === undefined) return undefined
  const adjective = spaced(nation, gender)
  if (preposition === 'to') return `${definite(office)}${adjective} لدى ${arabic}`
  if (/ (?:عام|عامة|خاص|خاصة)$/.test(office)) return `${definite(office)}${adjective} ${joinedTo(arabic)}`
  return `${office} ${arabic}${adjective}`
}

/** "defence minister of Ukraine" is the Ukrainian defence minister. */
function ofCountry(office: string, country: string, gender: Gender): string | undefined {
  const adjective = nationNamed(country)?.english.adjectives[0]
  return adjective && compound(`${adjective} ${office}`.toLowerCase(), gender)
}

const spaced = (nation: Nation | undefined, gender: Gender): string =>
  nation ? ` ${adjectiveOf(nation, gender)}` : ''

/** «لـ» before a definite word drops its alef: للأمم. */
const joinedTo = (arabic: string): string => (arabic.startsWith('ال') ? `لل${arabic.slice(2)}` : `ل${arabic}`)

/** "French president", "Israeli prime minister", "US vice-president": an office with a nation or nothing. */
function stately(role: string, gender: Gender): string | undefined {
  const { nation, rest } = nationFirst(role)
  const office = officeOf(rest, gender)
  if (office === undefined) return undefined
  const adjective = spaced(nation, gender)
  const [first = '', second] = office.split(' ')
  // «رئيس الوزراء», «ولي العهد»: the article stands on the second word of a genitive, on both of a noun and its adjective.
  const genitive = second !== undefined && /^(?:وزراء|عهد|رئيس)$/.test(second)
  return (genitive ? `${first} ${definite(second)}` : definite(office)) + adjective
}

/** "Czech transport minister", "central bank governor", "NATO secretary-general": what is governed stands before. */
function compound(role: string, gender: Gender): string | undefined {
  const { nation, rest } = nationFirst(role)
  for (const english of arabicOffices.keys()) {
    if (!rest.endsWith(` ${english}`)) continue
    const body = bodyOf(rest.slice(0, -english.length - 1).replace(/['’]s$/, ''))
    const office = officeOf(english, gender)
    if (body === undefined || office === undefined) continue
    const adjective = spaced(nation, gender)
    if (/ (?:عام|عامة)$/.test(office)) return `${definite(office)} ${joinedTo(body)}${adjective}`
    return `${english === 'chief' && body === 'الجيش' ? 'قائد' : office} ${body}${adjective}`
  }
  return undefined
}

function officeOf(english: string, gender: Gender): string | undefined {
  return arabicOffices.get(english)?.[gender]
}

/** A country, an institution, a portfolio, or one of a nation: "Russian foreign ministry". */
function bodyOf(english: string): string | undefined {
  return (
    definiteArabic.get(english) ??
    nationNamed(english)?.arabic.names[0] ??
    bodyOfNation(english) ??
    twoBodies(english)
  )
}

function bodyOfNation(english: string): string | undefined {
  const { nation, rest } = nationFirst(english)
  const body = nation && definiteArabic.get(rest)
  return body && body + spaced(nation, isFeminine(body) ? 'f' : 'm')
}

function twoBodies(english: string): string | undefined {
  const bodies = english.split(' and ').map((part) => definiteArabic.get(part))
  return bodies.length === 2 && !bodies.includes(undefined) ? bodies.join(' و') : undefined
}

/** The gender of a body is that of its first word: وزارة الدفاع is feminine, مجلس الوزراء is not. */
const isFeminine = (arabic: string): boolean => /^\S+ة(?: |$)|^القوات|^الأمم/.test(arabic)

function nationFirst(english: string): { nation: Nation | undefined; rest: string } {
  const words = english.split(' ')
  for (const size of [2, 1]) {
    const nation = words.length > size ? nationOfAdjective(words.slice(0, size).join(' ')) : undefined
    if (nation && !definiteArabic.has(english)) return { nation, rest: words.slice(size).join(' ') }
  }
  return { nation: undefined, rest: english }
}

function adjectiveOf({ arabic }: Nation, gender: Gender): string {
  const adjective = arabic.adjectives[0] ?? ''
  return definite(gender === 'f' ? feminine(adjective) : adjective)
}
