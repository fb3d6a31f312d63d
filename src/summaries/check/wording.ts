// How things are put: loaded words that the article lacks, negations added or lost, claims that have become facts.

import { foldedWords } from '../../language/normalise.ts'
import { isStopWord, stem, stems } from '../../language/stem.ts'
import type { Language } from '../../language/script.ts'
import { near, type Source, type Text } from './fault.ts'
import { plain } from './form.ts'
import { loadedWords } from './loaded.data.ts'

export function loadedFaults({ text }: Text, source: Source): string[] {
  const all = source.sentences.join(' ')
  const [mine, theirs] = [plain(text), plain(all)]
  return loadedWords.flatMap(([english, arabic]) => {
    const used = english.exec(mine)?.[0] ?? arabic.exec(mine)?.[0]
    return used === undefined || english.test(theirs) || arabic.test(theirs)
      ? []
      : [`the article does not say: ${used.trim()}`]
  })
}

// — negation —

const negations: Record<Language, ReadonlySet<string>> = {
  ar: new Set(
    'لا لم لن ليس ليست ليسوا لست بلا دون بدون عدم غير ولا ولم ولن وليس وليست فلا فلم فلن بعدم وعدم لعدم ودون نفي نفت ينفي تنفي رفض رفضت يرفض ترفض استبعد استبعدت'.split(
      ' ',
    ),
  ),
  en: new Set(
    "not no never none nor neither without cannot unable denied denies deny rejected rejects reject refused refuses refuse n't".split(
      ' ',
    ),
  ),
}
/** «لا تزال», «لا سيما» deny nothing. */
const noNegation =
  /(?:لا|ما|لم) (?:ي|ت|ن)?زا?ل(?:ت|وا|ون)?(?!\p{L})|لا سيما|(?<!\p{L})غير أن(?!\p{L})|(?<!\p{L})[وف]?(?:لا|لم|لن|ما|ليس|ليست)(?!\p{L})(?=[^.؟!]{0,60}(?<!\p{L})(?:إلا|سوى|الا)(?!\p{L}))|\bno (?:sooner|doubt|longer than)\b|\bnot only\b/gu
const wordsOf = (text: string): string[] =>
  foldedWords(text.replaceAll(/n[’']t\b/g, ' not').replaceAll(noNegation, ' '))
const isNegation = (word: string): boolean => negations.ar.has(word) || negations.en.has(word)
/** «نفى فلان», "denied that": what stands next to the verb is who denies, not what. */
const isDenial = (word: string): boolean =>
  /^(?:(?:ن|ي|ت)ف|(?:ي|ت)?رفض|استبعد|den[iy]|reject|refuse)/.test(word)
/** Whether a text denies anything. */
export const isNegated = (text: string): boolean => wordsOf(text).some(isNegation)

/** What another language may say without a negation of its own: "unaware" is «لن يكون ملما», "only" «لم … سوى». */
const softly =
  /(?<!\p{L})(?:un(?!it|i[oqv]|der|til|less)\p{L}{4,}|in(?:sufficient|adequate|capable|ability|visible|complete|correct|accurate)\p{L}*|im(?:possible|practical|passable)|ir(?:regular|relevant)\p{L}*|il(?:legal|licit)\p{L}*|only|nothing|nobody|nowhere|no ?one|little|few|hardly|barely|scarcely|rarely|seldom|lack\p{L}*|fail\p{L}*|oppos\p{L}*|against|avoid\p{L}*|prevent\p{L}*|absen\p{L}*|ban(?:s|ned)?|block\p{L}*|stop(?:s|ped)?|halt\p{L}*|maximum|at most|except|beyond|free of|\p{L}+less|dispute\p{L}*|dismiss\p{L}*|declin\p{L}*|cancel\p{L}*|miss(?:ed|ing)|فقط|سوى|إلا|[وب]?دون\p{L}*|اللا\p{L}+|انعدام|غياب|نقص|قلة|قليل\p{L}*|نادر\p{L}*|منع\p{L}*|[يت]منع|حظر\p{L}*|فشل\p{L}*|[يت]عارض\p{L}*|عارض\p{L}*|ضد|يستحيل|مستحيل|تجنب|امتنع\p{L}*|تفادي|ألغ\p{L}*|إلغاء|يفتقر|تفتقر|افتقار|خال|ب?عيد\p{L}* كل)(?!\p{L})/iu
const mayDeny = (text: string): boolean => isNegated(text) || softly.test(text)

/** A sentence of one thing: a negation of it that is gone changes all. */
export const shortSentenceWords = 25

/** A negation that the article has not, one that is gone, or one that has moved to another word. */
export function negationFaults({ text, restsOn, language }: Text, source: Source): string[] {
  const named = near(source, restsOn)
  if (isNegated(text) && !named.some(language === source.language ? isNegated : mayDeny))
    return ['it denies what the sentences in rests_on do not']
  if (language === source.language) {
    if (restsOn.length === 0) return []
    return copies(text, named.slice(1), language).some((it) => countOf(it) > countOf(text))
      ? [lost]
      : turned(text, named.slice(1), language)
  }
  const [only = ''] = named.slice(1)
  const isOneThing = restsOn.length === 1 && wordsOf(only).length <= shortSentenceWords
  return isOneThing && isNegated(only) && !mayDeny(text) ? [lost] : []
}

const lost = 'a negation of the article is lost'

const countOf = (text: string): number => wordsOf(text).filter(isNegation).length
const shareCopied = 0.85

/** The sentences that a text is nearly the same as. */
function copies(text: string, sentences: readonly string[], language: Language): string[] {
  const mine = new Set(stems(text, language))
  return sentences.filter((sentence) => {
    const theirs = new Set(stems(sentence, language))
    const shared = [...theirs].filter((it) => mine.has(it)).length
    return shared >= shareCopied * Math.max(mine.size, theirs.size)
  })
}

/** In one language word by word: what the article only denies must not be said, what it only says must not be denied. */
function turned(text: string, sentences: readonly string[], language: Language): string[] {
  const [mine, theirs] = [polarities([text], language), polarities(sentences, language)]
  const faults = Array.from(mine).flatMap(([word, signs]) => {
    const [sign, ...more] = signs
    const [other, ...others] = theirs.get(word) ?? []
    if (sign === other || other === undefined || more.length + others.length > 0) return []
    return [sign === 'denied' ? 'it denies what the article says' : lost]
  })
  return [...new Set(faults)]
}

type Sign = 'said' | 'denied'
/** So many words behind a negation are under it. */
const scopeWords = 2

/** Each stem of content, and whether it stands behind a negation, outside one, or both. */
function polarities(sentences: readonly string[], language: Language): Map<string, Set<Sign>> {
  const found = new Map<string, Set<Sign>>()
  for (const sentence of sentences) {
    const words = wordsOf(sentence)
    words.forEach((word, at) => {
      if (isStopWord(word, language) || isNegation(word) || word.length < 3) return
      const sign = words.slice(Math.max(0, at - scopeWords), at).some((it) => isNegation(it) && !isDenial(it))
        ? 'denied'
        : 'said'
      const key = stem(word, language)
      found.set(key, (found.get(key) ?? new Set<Sign>()).add(sign))
    })
  }
  return found
}

// — attribution —

/** What makes a sentence somebody's claim, and what shows in either language that it is still told as one. */
const claims =
  /زعم|يزعم|تزعم|مزاعم|ادعى|ادعت|يدعي|ادعاء|اتهم|يتهم|تتهم|ندد|انتقد|لم يتسن|\b(?:claim(?:s|ed|ing)?|alleg(?:e|es|ed|edly|ing|ations?)|argu(?:e|es|ed|ing)|contend(?:s|ed|ing)?|insist(?:s|ed|ing)?|maintain(?:s|ed|ing)?|denounc(?:e|es|ed|ing)|criticiz(?:e|es|ed|ing)|accus(?:e|es|ed|ing|ations?)|reportedly|purported(?:ly)?|unverified)\b|could not be (?:independently )?verified/iu
const told: Record<Language, RegExp> = {
  ar: /قال|قالت|يقول|تقول|أعلن|ذكر|أفاد|أكد|زعم|يزعم|تزعم|مزاعم|ادع|يدعي|نفى|نفت|اتهم|اتهام|يتهم|تتهم|بحسب|وفق|حسب|نقل|أوضح|أضاف|صرح|لم يتسن|حذر|دعا|طالب|رفض|شكك|ندد|انتقد|اعتبر/u,
  en: /\bsa(?:id|ys|ying)\b|announc|claim|alleg|\bden(?:y|ies|ied)|accus|report|according to|\btold\b|\bstat(?:ed|es)\b|warn|verif|cit(?:ed|ing)|call(?:ed|s) (?:for|on)|reject|argu|believ|contend|insist|maintain|denounc|critici/iu,
}

/** Whether a text says that somebody says it. */
export const isTold = (text: string, language: Language): boolean => told[language].test(text)

/** Where every sentence that a text rests on is a claim, the text must say that somebody claims it. */
export function attributionFaults({ text, restsOn, language }: Text, source: Source): string[] {
  const named = near(source, restsOn).slice(1)
  if (restsOn.length === 0 || named.length === 0 || !named.every((it) => claims.test(it))) return []
  return isTold(text, language) ? [] : ['what somebody claims is told as a fact']
}
