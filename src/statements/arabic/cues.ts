// Finds the words that report speech in a sentence, outside quotations: verbs, participles («مؤكداً»), verbal nouns («قوله»)
// and «تصريح فلان بأن». Words that merely look like them (after prepositions, negated, impersonal) are left out.

import { isAnnouncement, isComplementiser, lexicon, type Verb, verbForm, type VerbForm } from './lexicon.ts'
import { isWordAt, type Token, wordAt } from './tokens.ts'

export type Cue = {
  at: number
  kind: 'verb' | 'participle' | 'noun' | 'statement'
  verb: Verb
  subject: VerbForm['subject'] | null
  present: boolean
  /** Begins with و or ف. */
  joined: boolean
  /** The first word of the verb: «لم» in «لم ينف». */
  from: number
  /** Without a subject it is impersonal («يذكر أن») and no report. */
  needsSubject: boolean
}

/** The cues of a sentence in order. */
export function findCues(tokens: Token[]): Cue[] {
  const cues: Cue[] = []
  tokens.forEach((token, at) => {
    if (!token.about.mayReport || token.quoted) return
    const cue = verbCue(tokens, at) ?? participleCue(tokens, at) ?? nounCue(tokens, at)
    if (cue) cues.push(cue)
  })
  return cues
}

/** Where a clause can begin after a conjunction: a verb after these is a verb, after a true preposition it is a noun. */
const clauseOpeners = new Set(
  'حيث كما فيما بينما عندما حين اذ لكن ولكن لكنه لكنها بل ثم قد لقد كان كانت وكان وكانت ما هذا او ومنه هو وهو هي وهي عنه عنها به بها له لها فيه فيها عليه منه منها ايضا كذلك هم اليه اليها معه معها لديه خلاله خلالها'.split(
    ' ',
  ),
)
/** «من جهته قال». */
const ownPart = new Set('جهته جهتها جانبه جانبها جهتهم جانبهم المقابل بدوره بدورها ذلك'.split(' '))
const negations = new Set('لم لن لا دون بدون عدم ليس ولم ولن ولا'.split(' '))
const bridges = /^(?:كما|[وفل]?قد|لكن|و?لكنه|لكنها|ثم|فيما|و?كانت?|حيث|هذا|-)$/

/** A conjunction, an auxiliary or «من جهته»: a verb behind it may go on with the speaker of the sentence before. */
export const opensClause = (token: Token | undefined): boolean =>
  token !== undefined && (bridges.test(token.word) || ownPart.has(token.word) || lexicon.time.has(token.word))

function verbCue(tokens: Token[], at: number): Cue | null {
  const form = tokens[at]?.about.verb
  if (!form || isNoVerb(tokens, at, form) || saysNothing(tokens, at, form)) return null
  if (form.verb.firstOnly && isWordAt(tokens, at - 1)) return null
  if (isDeniedDenial(tokens, at, form)) return deniedDenial(tokens, at, form)
  if (form.verb.weak && !isReportHere(tokens, at, form)) return null
  const needsSubject = form.present && isImpersonal(tokens, at, form)
  return { at, kind: 'verb', ...form, from: at, needsSubject }
}

/** A verb of speech that is none here: it draws attention, tells what somebody is held for, or an act. */
const saysNothing = (tokens: Token[], at: number, form: VerbForm): boolean =>
  drawsAttention(tokens, at, form) ||
  isHeldFor(tokens, at, form) ||
  (refusals.has(form.verb.lemma) && !refusesWords(tokens, at))

/** «كان يعتبر زعيم المجموعة», «الذي يعد»: what somebody is held for, and by nobody in particular. */
const isHeldFor = (tokens: Token[], at: number, { verb, present }: VerbForm): boolean =>
  present &&
  verb.class === 'think' &&
  /^و?(?:كانت?|يكن|تكن|كانوا)$/.test(wordAt(tokens, at - 1)) &&
  !tokens.slice(at + 1, at + 1 + clauseNearTokens).some((it) => it.about.isComplementiser)

const clauseNearTokens = 8

/** To refuse is an act; to refuse words, or what others say, is a statement («رفض التعليق», «رفض الاتهامات»). */
export const refusals: ReadonlySet<string> = new Set(['رفض', 'امتنع'])
export const refusedWords =
  /^(?:ال|عن)?(?:تعليق|ادلاء|اجابه|رد|تاكيد|نفي|اتهام|اتهامات|ادعاء|ادعاءات|مزاعم|انتقادات|تصريحات|تلميحات)$/
const refusesWords = (tokens: Token[], at: number): boolean =>
  tokens.slice(at + 1, at + 1 + subjectTokensMax).some((it) => refusedWords.test(it.word))

/** So far behind the verb its subject may reach. */
const subjectTokensMax = 9

/** «ضرب الرقم»: a word of other meanings inside a phrase needs its clause directly behind it. */
const isReportHere = (tokens: Token[], at: number, form: VerbForm): boolean =>
  opensHere(tokens, at, form) ||
  lexicon.relatives.has(wordAt(tokens, at - 1)) ||
  startsContent(wordAt(tokens, at + 1))

/** «لم ينف», «لم تستبعد»: a negation that says something. */
const isDeniedDenial = (tokens: Token[], at: number, { verb, present }: VerbForm): boolean =>
  present && verb.class === 'deny' && /^[وف]?(?:لم|لا)$/.test(wordAt(tokens, at - 1))

function deniedDenial(tokens: Token[], at: number, form: VerbForm): Cue {
  const verb: Verb = { ...form.verb, class: 'say' }
  const joined = wordAt(tokens, at - 1).length > 2
  return { ...form, at, kind: 'verb', verb, present: false, joined, from: at - 1, needsSubject: false }
}

/** «لفت الأنظار»: a thing does that. */
const drawsAttention = (tokens: Token[], at: number, { verb }: VerbForm): boolean =>
  verb.lemma === 'لفت' && /^(?:ال)?(?:انتباه|نظر|انظار)/.test(wordAt(tokens, at + 1))

/** Negated, in a condition, in a closing formula («بحسب ما ذكرت»), or a noun behind a preposition. */
function isNoVerb(tokens: Token[], at: number, form: VerbForm): boolean {
  if (!isWordAt(tokens, at - 1) || isDeniedDenial(tokens, at, form)) return false
  const previous = wordAt(tokens, at - 1)
  if (negations.has(previous) || previous === 'حسبما' || isBehindThat(tokens, at, form)) return true
  if (previous === 'ما' && /^(?:اذا|متي|كلما|و?بحسب|حسب|و?وفقا?)$/.test(wordAt(tokens, at - 2))) return true
  return lexicon.prepositions.has(previous) && !clauseOpeners.has(previous)
}

/** «الذي يعلن», «أن يعلن» tell what happens; «إن تعهد فلان …» is a noun, unless a time stands before it («بعد أن قال»). */
function isBehindThat(tokens: Token[], at: number, { present }: VerbForm): boolean {
  const previous = wordAt(tokens, at - 1)
  if (present) return lexicon.relatives.has(previous) || isComplementiser(previous)
  return (
    /^[وف]?[بل]?ان$/.test(previous) && !/^(?:بعد|منذ|قبل|الي|الا|حتي|دون|سبق)$/.test(wordAt(tokens, at - 2))
  )
}

function opensHere(tokens: Token[], at: number, form: VerbForm): boolean {
  if (at === 0 || form.joined || !isWordAt(tokens, at - 1)) return true
  const previous = wordAt(tokens, at - 1)
  return clauseOpeners.has(previous) || ownPart.has(previous)
}

/** «يذكر أن», «يشار إلى أن», «يتوقع أن», «يعتقد»: nobody says it, unless somebody is named as the subject. */
function isImpersonal(tokens: Token[], at: number, form: VerbForm): boolean {
  if (/^[وفس]?(?:[يت]قول|[يت]ضيف|[يت]وكد|[يت]زعم|[يت]ري)$/.test(wordAt(tokens, at))) return false
  const next = wordAt(tokens, at + 1)
  if (!isWordAt(tokens, at + 1) || isComplementiser(next)) return true
  return form.verb.weak || lexicon.prepositions.has(next)
}

const startsContent = (word: string): boolean => isComplementiser(word) || word === ':' || word === '"'

function participleCue(tokens: Token[], at: number): Cue | null {
  const form = tokens[at]?.about.participle
  // «داعيا الله أن»: a prayer.
  if (!form || at === 0 || /^(?:الله|المولي)$/.test(wordAt(tokens, at + 1))) return null
  const previous = wordAt(tokens, at - 1)
  if (lexicon.prepositions.has(previous) && !clauseOpeners.has(previous) && !form.joined) return null
  // «برفع لافتة كتبت عليها»: a noun.
  if (wordAt(tokens, at) === 'لافته' && wordAt(tokens, at + 1) !== 'الي') return null
  return {
    at,
    kind: 'participle',
    verb: form.verb,
    subject: form.subject,
    present: false,
    joined: form.joined,
    from: at,
    needsSubject: false,
  }
}

const said = verbForm('صرح')?.verb

function nounCue(tokens: Token[], at: number): Cue | null {
  const word = wordAt(tokens, at)
  const cue = { at, subject: null, present: false, joined: false, from: at, needsSubject: false }
  const verb = tokens[at]?.about.noun
  // «على حد قوله», «وفق تعبيره» close a report; they open none.
  if (verb && !/^(?:حد|حسب|وفق|بحسب)$/.test(wordAt(tokens, at - 1))) return { ...cue, kind: 'noun', verb }
  return said && isAnnouncement(word) ? { ...cue, kind: 'statement', verb: said } : null
}
