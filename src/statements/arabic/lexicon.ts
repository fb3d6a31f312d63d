// The Arabic word lists, folded and ready to ask: what a word is, whatever its prefix, number or spelling of hamza.

import { fold } from '../../language/normalise.ts'
import { VerbClass } from '../statement.ts'
import { reportingNouns, reportingParticiples, reportingVerbs } from './verbs.data.ts'
import * as data from './words.data.ts'

export type Verb = {
  /** The folded dictionary form. */
  lemma: string
  class: VerbClass
  /** Prepositions of a nominal complement; `ب` is written together with its noun. */
  prepositions: string[]
  takesObject: boolean
  /** Whom it is said to may stand behind it as an object. */
  addresses: boolean
  /** Only a clause, a colon or a quotation makes it a report. */
  weak: boolean
  /** Read behind a mark or at the beginning of a sentence only («عبر» is a preposition elsewhere). */
  firstOnly: boolean
}
export type VerbForm = {
  verb: Verb
  /** What its subject is, as far as the form tells: one man, one woman (or things), several. */
  subject: 'male' | 'female' | 'several'
  present: boolean
  /** Written with و or ف before it. */
  joined: boolean
}

const words = (list: string): string[] => fold(list).split(/\s+/).filter(Boolean)
const set = (...lists: string[]): ReadonlySet<string> => new Set(lists.flatMap(words))
const onWithAlif = (word: string): string => (word === 'علي' ? 'على' : word)
const withArticle = (list: string): string =>
  words(list)
    .map((word) => `${word} ال${word}`)
    .join(' ')

/** «رئيسها», «نظيرته»: an office with its owner as a pronoun. */
const possessed = new Set(
  words(data.roleHeads)
    .flatMap((word) =>
      word.endsWith('ه')
        ? ['ته', 'تها', 'تهم'].map((end) => word.slice(0, -1) + end)
        : ['ه', 'ها', 'هم'].map((end) => word + end),
    )
    .filter((word) => !words(data.roleHeads).includes(word)),
)

/** «مسؤولو الحزب», «لاعبو الفريق». */
const plurals = [
  ...words(data.roleHeads).filter((word) => !/[هيا]$/.test(word)),
  ...words(data.groupStems),
].map((word) => `${word}و`)

/** «لاعبي الفريق», «المسؤولين»: plurals whose ending says that they are no subject. */
const oblique = [...words(data.roleHeads), ...words(data.groupStems)].flatMap((word) =>
  /[هيا]$/.test(word) ? [] : [`${word}ي`, `${word}ين`, `ال${word}ين`],
)

export const lexicon = {
  oblique: new Set(oblique).difference(set(data.roleHeads)),
  roles: new Set([...set(withArticle(data.roleHeads), data.honorifics), ...possessed]),
  possessed: possessed as ReadonlySet<string>,
  honorifics: set(data.honorifics),
  honorificPronouns: set(data.honorificPronouns),
  standalone: set(withArticle(data.standaloneHeads)),
  organisations: new Set([...set(withArticle(data.organisationHeads), data.organisations), ...plurals]),
  officeNouns: set(data.officeNouns),
  namingNouns: set(data.namingNouns),
  places: set(data.places),
  placeHeads: set(data.placeHeads),
  /** «على» keeps its last letter, see tokens.ts. */
  prepositions: new Set([...[...set(data.prepositions)].map(onWithAlif), 'والى']),
  time: set(data.timeWords),
  timeMore: set(data.timeWords, data.timeContinuations),
  objects: set(data.objectNouns),
  audiences: set(data.audiences, withArticle(data.audiences)),
  occasions: set(withArticle(data.occasions)),
  titled: set(withArticle(data.titledNouns)),
  labels: set(data.lineLabels),
  male: set(data.givenNamesMale),
  female: set(data.givenNamesFemale),
  particles: set(data.nameParticles),
  adjectives: set(data.officeAdjectives),
  quantifiers: set(data.quantifiers),
  relatives: set(data.relatives),
  closing: set(data.closingNouns),
  notSurnames: set(data.notSurnames),
  events: set(data.eventVerbs),
  sources: set(withArticle(data.sourceHeads)),
} as const

/** Words that begin a mention of somebody who is not called by name. */
export const heads: ReadonlySet<string> = new Set([
  ...lexicon.roles,
  ...lexicon.organisations,
  ...lexicon.standalone,
  ...lexicon.honorificPronouns,
])
const offices: ReadonlySet<string> = new Set([
  ...lexicon.officeNouns,
  ...lexicon.roles,
  ...lexicon.organisations,
])
const others: ReadonlySet<string> = new Set([
  ...heads,
  ...offices,
  ...lexicon.time,
  ...lexicon.objects,
  ...lexicon.occasions,
  ...lexicon.places,
  ...lexicon.placeHeads,
  ...lexicon.relatives,
  ...lexicon.adjectives,
  ...lexicon.quantifiers,
  ...lexicon.events,
])

const verbs = new Map<string, Verb>()
const forms = new Map<string, VerbForm>()
for (const line of reportingVerbs.trim().split('\n')) addVerb(line.split('|').map((column) => column.trim()))

const participles = new Map<string, VerbForm>()
for (const pair of reportingParticiples.split('|')) {
  const [participle = '', lemma = ''] = words(pair)
  const verb = verbs.get(lemma)
  if (!verb) continue
  for (const [form, subject] of [
    [`${participle}ا`, 'male'],
    [`${participle.replace(/ي$/, 'ي')}ه`, 'female'],
    [`${participle.replace(/ي$/, '')}ين`, 'several'],
  ] as const)
    participles.set(form, { verb, subject, present: false, joined: false })
}
// «معلنة», «متابعة», «مطالبة», «واصفة» are nouns and adjectives far more often, «مقره» is his seat.
for (const noun of words(
  'مقرة معلنة متابعة مطالبة كاشفة معلقة مفيدة متهمة متوقعة مبينة مهددة متهمين مطالبين معلنين معارضين معلقين متابعين مفيدين',
))
  participles.delete(noun)

const nouns = new Map<string, Verb>()
for (const pair of reportingNouns.split('|')) {
  const [noun = '', lemma = ''] = words(pair)
  const verb = verbs.get(lemma)
  if (verb) for (const pronoun of ['ه', 'ها', 'هم']) nouns.set(noun + pronoun, verb)
}

// «ردا على» is no dual.
forms.delete('ردا')
addJoined(forms, ['و', 'ف'])
addJoined(participles, ['و'])

/** The finite reporting verb that a folded word is, with or without و or ف. */
export const verbForm = (word: string): VerbForm | undefined => forms.get(word)

/** The reporting participle («مؤكدا») that a folded word is. */
export const participleForm = (word: string): VerbForm | undefined => participles.get(word)

/** The verb of «قوله», «بقولها», «وتأكيده». */
export function reportingNoun(word: string): Verb | undefined {
  return nouns.get(word) ?? (/^[بول]/.test(word) ? nouns.get(word.slice(1)) : undefined)
}

const complementiser = /^(?:و?[بل]?)ان(?:ه|ها|هم|هما|نا|ني|ي|ك)?$/
export const isComplementiser = (word: string): boolean => complementiser.test(word)

/** A preposition, conjunction or pronoun, with or without و or ف. */
export const isFunctionWord = (word: string): boolean =>
  lexicon.prepositions.has(word) || (/^[وف]/.test(word) && lexicon.prepositions.has(word.slice(1)))

/** A word of the language that some list knows: no part of a name. */
export const isListed = (word: string): boolean =>
  others.has(word) || isFunctionWord(word) || isAudience(word)

/** A noun that is or continues the name of an office. */
export const isOfficeWord = (word: string): boolean => offices.has(word)

/** «للصحفيين», «لوكالة»: those to whom it was said. */
export const isAudience = (word: string): boolean =>
  word.startsWith('ل') && lexicon.audiences.has(word.startsWith('لل') ? word.slice(2) : word.slice(1))

export const isGiven = (word: string): boolean => lexicon.male.has(word) || lexicon.female.has(word)

export const isComma = (word: string): boolean => word === '،' || word === ','

/** «تصريح فلان بأن …» */
export const isAnnouncement = (word: string): boolean => /^(?:ال)?تصريح(?:ات)?$/.test(word)

/** Definite by its article («المتحدث», «للشؤون», «بالأمن»). */
export const isDefinite = (word: string): boolean =>
  /^(?:و?(?:ال|لل|بال).{2,}|ف(?:ال|لل).{4,}|كال.{4,})/.test(word) && !lexicon.objects.has(word)

function addJoined(table: Map<string, VerbForm>, letters: string[]): void {
  for (const [form, entry] of table.entries().toArray())
    for (const letter of letters)
      if (!table.has(letter + form)) table.set(letter + form, { ...entry, joined: true })
}

function addVerb(columns: string[]): void {
  const [past = '', she = '', stem = '', kind = '', governs = '', remarks = ''] = columns
  const governed = words(governs).filter((word) => word !== '-')
  const [object, addressee] = [fold('مفعول'), fold('مخاطب')]
  const verb: Verb = {
    lemma: fold(past),
    class: VerbClass.parse(kind),
    prepositions: governed.filter((word) => word !== object && word !== addressee).map(onWithAlif),
    takesObject: governed.includes(object),
    addresses: governed.includes(addressee),
    weak: remarks.includes('ضعيف'),
    firstOnly: remarks.includes('أول'),
  }
  verbs.set(verb.lemma, verb)
  addPast(verb, past, she)
  if (stem !== '-') addPresent(verb, fold(stem))
}

function addForm(form: string, verb: Verb, subject: VerbForm['subject'], present: boolean): void {
  if (!forms.has(form)) forms.set(form, { verb, subject, present, joined: false })
}

function addPast(verb: Verb, past: string, she: string): void {
  const he = verb.lemma
  const base = /[ىا]$/.test(past) ? he.slice(0, -1) : he
  addForm(he, verb, 'male', false)
  addForm(fold(she), verb, 'female', false)
  addForm(`${base}وا`, verb, 'several', false)
  addForm(`${base}تا`, verb, 'several', false)
  if (base === he) addForm(`${he}ا`, verb, 'several', false)
  // «أخبره الرجل أن»
  if (verb.addresses && verb.class === 'say' && !verb.takesObject)
    for (const pronoun of ['ه', 'ها', 'هم', 'نا', 'ني']) {
      addForm(he + pronoun, verb, 'male', false)
      addForm(fold(she) + pronoun, verb, 'female', false)
    }
  if (he === fold('قال')) addForm(fold('قلن'), verb, 'several', false)
}

function addPresent(verb: Verb, stem: string): void {
  addForm(`ي${stem}`, verb, 'male', true)
  addForm(`ت${stem}`, verb, 'female', true)
  addForm(`ي${stem.replace(/[يو]$/, '')}ون`, verb, 'several', true)
  addForm(`سي${stem}`, verb, 'male', true)
  addForm(`ست${stem}`, verb, 'female', true)
  if (verb.class !== 'deny' || !stem.endsWith('ي')) return
  // «لم ينف»
  addForm(`ي${stem.slice(0, -1)}`, verb, 'male', true)
  addForm(`ت${stem.slice(0, -1)}`, verb, 'female', true)
}
