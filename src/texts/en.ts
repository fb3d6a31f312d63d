// What Khabar says to readers, in English; admins' words are in `admin-en.ts`. This file is the shape: `ar.ts` must have the same keys.

import type { Language } from '../language/script.ts'
import type { Summary } from '../summaries/summary.ts'
import type { Trust } from '../trust/store.ts'
import { adminEn } from './admin-en.ts'
import { dayInYear, dayOfWeek, dayPart, minuteOfDay, momentInWeek, timeOfDay, timesOfDay } from './clock.ts'
import { counters } from './counters.ts'
import { formatDay, percent, roleDays } from './words.ts'

const { articles, sources: counted, statements, years, months } = counters.en

/** Of an amount that was counted no further. */
const orMore = (amount: string): string => `${amount} or more`

export const en = {
  ...adminEn,
  name: 'English',
  comma: ', ',

  // Start
  welcome: 'Welcome to Khabar',
  intro:
    'Ask what anyone in the news said, in English or Arabic. You get what was published, with its date and source.',
  introExample: 'An example from the stored articles:',
  stored: ({ count, arabic, english }: { count: number; arabic: number; english: number }) =>
    count === 0
      ? 'Nothing is stored yet.'
      : arabic === count
        ? `Stored now: ${articles(count)}, ${count === 1 ? 'in Arabic' : count === 2 ? 'both in Arabic' : 'all in Arabic'}`
        : english === count
          ? `Stored now: ${articles(count)}, ${count === 1 ? 'in English' : count === 2 ? 'both in English' : 'all in English'}`
          : `Stored now: ${articles(count)}, ${arabic} in Arabic and ${english} in English`,

  // Who may use it
  access: {
    closed: (id: number) =>
      `This bot is not open to everybody. Whoever runs it can let you in: your number is ${id}.`,
    invite: (days: number) => `This link lets one person in, once, within ${days} days:`,
    noInvites: (access: 'open' | 'invite' | 'list'): string =>
      access === 'open'
        ? 'The bot is open to everybody (ACCESS=open): no link is needed.'
        : 'The bot is for a list (ACCESS=list): /allow NUMBER lets somebody in.',
    allowed: (id: number) => `${id} is let in.`,
    allowedAlready: (id: number) => `${id} is let in already.`,
  },

  // How far it is to be trusted
  trust: {
    title: 'How far Khabar is to be trusted',
    lines: ({
      stored,
      verbatim,
      unsure,
      written,
      atOnce,
      givenUp,
      corrections,
      reports,
      confirmed,
    }: Trust) => [
      stored === 0
        ? 'no statement is stored yet'
        : `${percent(verbatim, stored)} of ${stored} stored statements stand letter for letter in their article`,
      `${unsure} of them are not sure enough to be shown as answers`,
      written === 0
        ? 'no language model has written anything'
        : `of ${written} articles that a language model was asked about, ${percent(atOnce, written)} passed every check at once and ${percent(givenUp, written)} were given up for an excerpt`,
      `corrections noticed or confirmed: ${corrections}; mistakes reported by readers: ${reports}, of which confirmed: ${confirmed}`,
    ],
    how: (most: number) =>
      `Counted now from what is stored (the newest ${most} articles): a statement is a place in its article, and a program compares the two letter by letter. What a model writes is held against the article by a program too, and never shown unmarked.`,
  },
  blindspot: {
    title: 'Reported on one side only',
    only: (language: Language): string =>
      language === 'ar' ? 'In Arabic media only' : 'In English media only',
    reportedBy: (outlets: readonly string[]) => `Reported by: ${outlets.join(', ')}`,
    none: 'Nothing that several outlets of one language report is missing in the other.',
    oneLanguage: 'There are articles of one language only: what the other lacks can not be told.',
    account: (arabic: number, english: number, hours: number) =>
      `Among the sources that Khabar reads, in the last ${hours} hours: Arabic articles: ${arabic}, English: ${english}. Other outlets may have it.`,
  },

  // Inline
  inline: {
    more: 'Ask Khabar about it',
    none: 'Nothing found: ask in the chat',
    asQuestion: (name: string, topic: string) => `What did ${name} say about ${topic}?`,
  },

  // Links and texts read in place
  readings: {
    reading: 'Reading the page…',
    unreadable:
      'That page could not be read: it does not answer, it is no public page, or there is no article on it. The text itself can be pasted here instead.',
    isFeed: 'That is a feed of many articles, not one. A link to one article can be read here.',
    enough: 'That were many links for one hour. Please try again later; a pasted text is read at once.',
    otherLanguage: 'Khabar reads Arabic and English only.',
    nothing: 'There is nothing in it to summarise.',
    nobody: 'Nobody is reported to say anything in it.',
    spoken: (shown: number, all: number) =>
      shown === all ? 'Who says what in it' : `Who says what in it (${shown} of ${all})`,
    also: (names: readonly string[]) => `Others who speak in it: ${names.join(', ')}`,
    elsewhere: 'The same text elsewhere',
    documentKinds: 'Documents can be read here as txt, md, html or pdf, up to 2 MB.',
    documentUnread:
      'There is no text of an article in that document: it is broken, locked, or made of pictures. The text itself can be pasted here instead.',
    cut: 'It is long: only its beginning was read.',
    notKept: 'Read for this chat alone: the text is not kept.',
  },

  // Help, and what is no question
  help: [
    'Write a question, for example:',
    '• What did Peskov say?',
    '• What did Macron say about cyber-attacks this week?',
    '• Who talked about the port?',
    '• Latest from Lavrov',
    'Or send a link or the text of an article: what it says in short, and who says what in it',
  ],
  helpCommands: [
    '/latest: the newest articles, with a short summary of each',
    '/said NAME: what a person said',
    '/subscribe: a daily digest of the topics that you choose',
    '/follow NAME: what a person says from now on',
    '/digest: the digest now',
    '/subscriptions: what is sent here, and when',
    '/settings: language, city, hour',
    '/stop: no more digests',
    '/channel @NAME: the digest of a channel whose admin you are',
    '/blindspot: what the media of one language alone report',
    '/trust: how far Khabar is to be trusted, measured',
    '/privacy: what is kept of this chat, and how to delete it',
    '/help: this text',
  ],
  helpBareWords:
    'Without a slash these words work too: latest, digest, subscribe, settings, stop, sources, help.',
  commands: {
    start: 'Start here',
    latest: 'The newest articles',
    said: 'What a person said: /said NAME',
    digest: 'The digest now',
    subscribe: 'A daily digest by topics',
    topics: 'The topics there are',
    subscriptions: 'What is sent here, and when',
    settings: 'Language, city, hour',
    stop: 'No more digests',
    language: 'Arabic or English',
    follow: 'What a person says from now on: /follow NAME',
    following: 'Whom this chat follows',
    channel: 'The digest of your channel: /channel @NAME',
    help: 'What Khabar can do',
    privacy: 'What is kept, and how to delete it',
    blindspot: 'What one language alone reports',
    trust: 'How far Khabar is to be trusted',
  },
  bareWords: {
    latest: ['latest', 'news'],
    help: ['help'],
    language: ['language'],
    sources: ['sources'],
    start: ['start'],
    digest: ['digest'],
    subscribe: ['subscribe'],
    topics: ['topics'],
    subscriptions: ['subscriptions'],
    settings: ['settings'],
    stop: ['stop', 'unsubscribe'],
  },
  otherQuestion:
    'Khabar answers questions about what people said in the news, and about the news that it has read.',
  textOnly:
    'Khabar reads text: write a question about the news, or send a link, the text of an article or a document (txt, md, html, pdf).',
  emptyQuestion: 'Write the question after the command, for example: /said Peskov',
  trouble: 'Something went wrong on our side. The question is not lost: please try again in a moment.',
  tooOld: 'This answer is too old. Please ask again.',
  chooseLanguage: 'Which language should Khabar speak?',
  languageSet: 'Khabar speaks English here from now on.',

  // A statement
  inOwnWording: ", in the article's own wording:",
  verbFromArticle: " (the article's verb)",
  said: (verb: string, original: string) => (original === '' ? verb : `${verb} (${original})`),
  direct: (language: string | null) =>
    language ? `Direct quotation, in ${language} as published` : 'Direct quotation, as published',
  directAfter: 'Between quotation marks in the article.',
  translation: (report: string) => `Translation (automatic, not a quotation): ${report}`,
  indirect: (language: string | null) =>
    language
      ? `Reported speech in ${language}, not a direct quotation`
      : 'Reported speech, not a direct quotation',
  mixed: (quotes: string[]) =>
    `Only ${quotes.map((it) => `“${it}”`).join(' and ')} ${quotes.length === 1 ? 'is' : 'are'} quoted; the rest is the article's wording.`,
  spokenWhenUnknown: 'When it was said is not stated.',
  unnamed: 'Speaker not named',
  headline: 'From the headline',
  languageNames: { ar: 'Arabic', en: 'English', other: 'another language' },
  languageAdjectives: { ar: 'Arabic', en: 'English', other: 'its own language' },
  context: (text: string) => `Context: ${text}`,
  keyFacts: 'Key facts (from a word list, not a translation)',
  about: (text: string) => `• About: ${text}`,
  terms: (text: string) => `• Terms in it: ${text}`,
  commentingOn: (text: string) => `• Commenting on: ${text}`,
  somethingAbout: (audience: string, text: string) =>
    ` something${audience}${text === '' ? '' : ` about ${text}`}.`,
  articleIsIn: (language: string) =>
    `The article is in ${language}. No translation: no language model is connected.`,

  alsoReported: (outlets: readonly string[]) => `Also reported by: ${outlets.join(', ')}`,

  earlier: 'Earlier, on the same matter:',
  rolesTitle: 'Called in the news:',
  role: (role: string, from: string | null, to: string | null) =>
    `• ${role}${roleDays(from, to, 'en', 'to')}`,

  // First lines of an answer
  leadLabel: 'Written by a language model from the numbered passages below, not a quotation',
  disagreement: (text: string) => `Sources differ: ${text}`,

  // Where and when
  source: (outlet: string, agency: string | null) =>
    agency ? `Source: ${outlet}, from ${agency}` : `Source: ${outlet}`,
  sourceUnknown: 'Source: unknown',
  retold: (outlet: string, day: string | null) =>
    `Retold by the Khabar project from: ${outlet}${day ? `, ${formatDay(day, 'en')}` : ''}`,
  published: (day: string, days: number) => `Published: ${formatDay(day, 'en')}${age(days)}`,
  undated: 'Date: unknown',
  sampleLine: 'Sample: people and places are invented',

  // How much there is
  allStored: (name: string, count: number, articleCount: number) =>
    `That is all that is stored for ${name}: ${statements(count)} in ${articles(articleCount)}.`,
  orMore,
  someOf: (from: number, to: number, count: number) =>
    from === to ? `${from} of ${count}` : `${from}–${to} of ${count}`,
  restStored: (name: string, count: number) => `stored for ${name} in all: ${statements(count)}`,
  noModel:
    "No language model is connected, so this can't be translated here. “Show the paragraph” sends the Arabic alone, which Telegram's own Translate (where your app has it; not checked by Khabar) can read.",
  searched: (what: string, topic: string | null, when: string | null) =>
    `Searched: ${what} · ${topic ?? 'any topic'} · ${when ?? 'any date'}`,
  period: (from: string | null, to: string | null) =>
    from && to
      ? from === to
        ? formatDay(from, 'en')
        : `${formatDay(from, 'en')} to ${formatDay(to, 'en')}`
      : from
        ? `since ${formatDay(from, 'en')}`
        : to
          ? `until ${formatDay(to, 'en')}`
          : null,
  notAbout: (name: string, topic: string, others: number) =>
    `No statement by ${name} about ${topic} is stored; ${statements(others)} on other matters:`,
  notWhen: (name: string, when: string) => `No statement by ${name} is stored for ${when}.`,

  // Nothing found, mentioned only, two people
  nothing: (name: string) => `No statement by ${name} is stored, and the name is in no stored article.`,
  nothingOn: (topic: string) => `Nothing about ${topic} is stored.`,
  searchedNames: (names: string[], when: string | null) =>
    `Searched: ${names.join(', ')} and similar spellings · ${when ?? 'any date'}`,
  searchedIn: ({ count, undated, first, last }: Extent) => {
    if (count === 0) return 'In: no articles yet'
    if (count === 1) return `In: 1 article, ${first ? `of ${formatDay(first, 'en')}` : 'undated'}`
    if (count === 2 && undated === 1 && first)
      return `In: 2 articles, one of ${formatDay(first, 'en')}, one undated`
    const dates =
      first && last
        ? first === last
          ? `, of ${formatDay(first, 'en')}`
          : `, ${formatDay(first, 'en')} to ${formatDay(last, 'en')}`
        : ''
    return `In: ${articles(count)}${dates}${undated > 0 ? `, ${undated} undated` : ''}`
  },
  mayHaveSpoken: (gender: 'm' | 'f' | null) =>
    `${gender === 'f' ? 'She' : gender === 'm' ? 'He' : 'They'} may have spoken elsewhere: Khabar only knows the sources that it reads.`,
  storedFor: 'Statements are stored for:',
  mentioned: (name: string, count: number) =>
    count === 1
      ? `${name} is named in one stored article, which attributes no words to this person.`
      : `${name} is named in ${articles(count)}, which attribute no words to this person.`,
  mentionedSpeaker: (several: boolean): string =>
    several ? 'The speakers in that article:' : 'The speaker in that article is ',
  mentionedIn: (title: string) => `Named in: ${title}`,
  ambiguous: (name: string, count: number) =>
    `${name}: ${count === 2 ? 'two' : count} people have this name. Which one?`,
  statementCount: ({ count, isLeast, latest, today }: Count) =>
    `${isLeast ? orMore(statements(count)) : statements(count)}${latest ? `, the latest ${relativeDay(latest, today)}` : ''}`,
  statementCountAbout: ({ count, topic, others, isLeast, latest, today }: CountAbout) =>
    `${statements(count)} about ${topic}${others > 0 ? `, ${isLeast ? orMore(`${others}`) : others} on other matters` : latest ? `, the latest ${relativeDay(latest, today)}` : ''}`,
  who: (topic: string) => `Who spoke about ${topic}`,

  // Paragraph, latest, sources
  noStatements: 'This article attributes no words to anybody that Khabar can tell.',
  paragraph: 'The paragraph as stored, the part shown in bold:',
  titleParagraph: 'The headline as stored, the part shown in bold:',
  fromArticle: (title: string) => `From: ${title}`,
  noLink: 'No link is stored for this article: it came from a file.',
  changedSince: 'The article has changed since; these are the words that were read.',
  latestTitle: 'The newest articles',
  aboutTitle: (topic: string) => `News about ${topic}`,
  latestEmpty: 'No articles are stored yet.',
  method: { model: 'AI summary', extract: 'Excerpt from the article', facts: 'Key facts' } satisfies Record<
    Summary['method'],
    string
  >,
  sourcesTitle: 'Sources that Khabar has read',
  sourceRow: (outlet: string | null, count: number) =>
    `• ${outlet ?? 'without a source'}: ${articles(count)}`,
  onlyIn: (language: string) => `${language} only`,
  factsOnly: (language: string) => `${language} only: key facts, no translation`,

  buttons: {
    paragraph: 'Show the paragraph',
    comment: 'What was he commenting on?',
    commentFeminine: 'What was she commenting on?',
    otherLanguage: 'بالعربية',
    more: 'More',
    back: (name: string) => `Back to ${name}`,
    latest: 'Latest',
    sources: 'Sources',
    both: 'Both',
    all: 'All of them',
    ask: (name: string) => `What did ${name} say?`,
  },

  // Digests
  digest: {
    title: (minute: number, topics: readonly string[]) =>
      `${{ ليل: 'Night', صباح: 'Morning', ظهر: 'Midday', عصر: 'Afternoon', مساء: 'Evening' }[dayPart(Math.floor(minute / 60))]} digest: ${topics.length === 0 ? 'all topics' : topics.join('; ')}`,
    titleAtOnce: (topics: readonly string[]) =>
      `News: ${topics.length === 0 ? 'all topics' : topics.join('; ')}`,
    titleNow: (topics: readonly string[]) =>
      `The last seven days: ${topics.length === 0 ? 'all topics' : topics.join('; ')}`,
    when: (at: Date, zone: string, city: string) =>
      `${dayOfWeek(at, zone, 'en')}, ${timeOfDay(minuteOfDay(at, zone), 'en')} ${city} time`,
    changed: (numbers: readonly number[]) =>
      `Changed by the outlet since this was sent, and shown as it is now: ${numbers.join(', ')}`,
    nothing: 'Nothing new on these topics.',
    followedTitle: 'People you follow',
    followed: (name: string, count: number, numbers: readonly number[]) =>
      `${name}: ${statements(count)} (${numbers.length === 1 ? 'story' : 'stories'} ${numbers.join(', ')})`,
    leftOutTitle: 'Left out of the digest',
    window: ({ from, to, zone, long }: Window) =>
      `Window: ${momentInWeek(from, zone, 'en', long)} to ${momentInWeek(to, zone, 'en', long)}`,
    account: ({ read, sources, shown, leftOut, others, before }: Account) =>
      read === 0
        ? 'No articles came in.'
        : `${articles(read)} read from ${counted(sources)}: ${[
            `${shown} above`,
            ...(leftOut > 0 ? [`${leftOut} left out for space`] : []),
            ...(before > 0 ? [`${before} on stories told before`] : []),
            ...(others > 0 ? [`${others} on other topics`] : []),
          ].join(', ')}`,
    failed: (names: readonly string[]) =>
      `${counted(names.length)} could not be fetched: ${names.join(', ')}`,
    next: (at: Date, zone: string) =>
      `Next digest: ${dayInYear(at, zone, 'en')}, ${timeOfDay(minuteOfDay(at, zone), 'en')}`,
    buttons: {
      leftOut: (count: number) => `Left out (${count})`,
      changeTime: 'Change time',
      stop: 'Stop this digest',
    },
  },

  // Subscriptions and settings
  subscriptions: {
    choose: 'Topics of the digest',
    chooseHint:
      'A tap adds a topic or takes it out. Words of your own: /subscribe and the words, for example /subscribe port strike; an outlet: /subscribe source and its name; a person: /subscribe person and the name',
    done: 'Done',
    none: 'There is no digest here yet. /subscribe chooses its topics.',
    title: 'The digest',
    topics: (names: readonly string[]) => `Topics: ${names.join('; ')}`,
    every: (days: string, minutes: readonly number[], city: string) =>
      `${days} at ${timesOfDay(minutes, 'en')}, ${city} time`,
    atOnce:
      'At once, whenever there is news; what comes within five minutes comes together, and nothing in quiet hours',
    gone: 'no longer there',
    everyDay: 'Every day',
    sundayToThursday: 'Sunday to Thursday',
    mondayToFriday: 'Monday to Friday',
    onDays: (names: string) => `On ${names}`,
    quiet: (from: number, to: number) => `Quiet from ${timeOfDay(from, 'en')} to ${timeOfDay(to, 'en')}`,
    noQuiet: 'No quiet hours',
    askQuiet: 'When should nothing come by itself?',
    askQuietHint: 'What those who are followed say is told together afterwards. The digest keeps its hour.',
    askDays: 'On which days should the digest come?',
    paused: 'Paused: nothing comes until it is taken up again.',
    silentWithoutNews: 'A day without news is passed over in silence.',
    tooMany: 'There are as many subscriptions here as a chat may have: 50. One has to go first.',
    next: (at: Date, zone: string) =>
      `Next: ${dayInYear(at, zone, 'en')}, ${timeOfDay(minuteOfDay(at, zone), 'en')}`,
    added: (topic: string) => `Added to the daily digest: ${topic}`,
    unknownOutlet: (words: string) =>
      `No article of an outlet called “${words}” is stored; “sources” lists them.`,
    severalOutlets: (names: readonly string[]) =>
      `Several outlets have that in their name: ${names.join('; ')}. The whole name tells which.`,
    addressRefused: (address: string) =>
      `${address} can not be a source: only feeds and pages that anybody on the web can open.`,
    wished: (address: string) =>
      `Khabar does not read ${address} yet. Its admins have been asked; when they allow it, its articles come here.`,
    tooManyWishes: (max: number) =>
      `${max} sources asked for here still wait for Khabar’s admins. No more until they have decided.`,
    inBoth: 'The digest comes in both languages.',
    unknownTopic: (words: string) => `“${words}” is none of the topics, and no words to look for. These are:`,
    askCity: 'In which city are you? The digest comes at the hour of your day.',
    askCityHint: 'Another city: /settings and its name, for example /settings Oslo',
    unknownCity: (words: string) =>
      `No time zone is known for “${words}”. Try the nearest big city, or a zone such as Europe/Oslo.`,
    askHour: 'At what hour should the digest come?',
    askHours: 'At which hours should the digest come?',
    askHoursHint:
      'A tap adds an hour or takes it out; one stays. Each digest begins where the last one ended.',
    stopped: 'All digests are stopped here. Nothing more will be sent without a question.',
    settings: 'Settings of this chat',
    language: (name: string) => `Language: ${name}`,
    city: (name: string | null) => (name === null ? 'City: not chosen yet' : `City: ${name}`),
    hours: (minutes: readonly number[]) =>
      `${minutes.length === 1 ? 'Hour' : 'Hours'} of the digest: ${timesOfDay(minutes, 'en')}`,
    buttons: {
      topics: 'Topics',
      city: 'City',
      hour: 'Hour',
      hours: 'Several times a day',
      days: 'Days',
      atOnce: 'At once, when there is news',
      story: 'Subscribe to this story',
      quiet: 'Quiet hours',
      remove: (name: string) => `Remove ${name}`,
      pause: 'Pause',
      resume: 'Go on',
      silent: 'Nothing new: say nothing',
      tell: 'Nothing new: say so',
      language: 'العربية',
      inBoth: 'In both languages',
      inOne: 'In one language',
      stop: 'Stop',
      now: 'Digest now',
      subscribe: 'Subscribe to a daily digest',
    },
  },

  publishing: {
    isSilent: 'Digests come here without a sound.',
    isPinned: 'The newest digest is pinned.',
    isApproved: 'Each digest waits for the word of an admin.',
    footer: (words: string) => `Under each digest: ${words}`,
    noFooter: 'Nothing stands under the digests any more.',
    preview: (title: string) => `For ${title}: nothing is published yet`,
    leaveOut: (number: number) => `Without ${number}`,
    publish: 'Publish',
    discard: 'Don’t publish',
    published: 'On its way.',
    discarded: 'Not published.',
    settled: 'That has been settled already, or a later digest has taken its place.',
    buttons: {
      silent: 'Without a sound',
      loud: 'With a sound',
      pin: 'Pin',
      unpin: 'Don’t pin',
      approve: 'Ask me first',
      unapproved: 'Don’t ask first',
    },
  },

  groups: {
    privateOnly: 'That is for private chats: write to the bot directly.',
    adminsOnly: 'What comes here by itself is for the admins of this group to say.',
    how: 'The digest of a channel: make the bot an admin of it that may post, then send /channel and its name here, for example /channel @harbour_news. Words behind the name are a subscription. For a channel without a name send /channel in reply to a post forwarded from it.',
    unknown: (name: string) =>
      `The bot is in no channel or group that goes by “${name}”. It has to be an admin of the channel first.`,
    notYours: 'Only its admins say what comes there, and Telegram does not call you one of them.',
    mayNotPost: 'The bot is not an admin there who may post. Change that in the channel first.',
    about: (title: string) => `For: ${title}`,
    added: 'The bot is an admin there now',
  },

  following: {
    title: 'People whom this chat follows',
    none: 'This chat follows nobody. /follow NAME tells what that person says from then on.',
    whom: 'Several people have this name. Whom?',
    unknown: (words: string) => `Nobody of the name “${words}” has spoken in the stored articles.`,
    follow: (name: string) => `Follow ${name}`,
    stop: (name: string) => `Stop: ${name}`,
    begun: (name: string) => `What ${name} says from now on is told here.`,
    ended: (name: string) => `${name} is no longer followed here.`,
    more: (count: number) => `${count} more: ask for the person.`,
    manage: 'People followed',
  },

  privacy: {
    title: 'What Khabar keeps of this chat',
    kept: (days: number) => [
      'its number, kind and language (of a group or channel also its name), and when it was last heard from',
      'topics, city and hour of the digest, and which digests were sent',
      `the words of questions and which statements the answers showed, for ${days} days, so that the buttons under answers go on working and corrections can be told`,
      'links that were sent to be read, for one day',
      'whether an admin has let this number in or shut it out: that stays after /forget',
      'what an admin has commanded here, for a year',
      'how many tokens of a language model the questions have cost, where one is connected',
    ],
    notTitle: 'What it does not keep',
    notKept: [
      'names, telephone numbers, pictures, messages to others',
      'the words of messages in its logs, or of updates once they are handled',
    ],
    commands: '/mydata shows all of it, /forget deletes it.',
    yours: 'Everything that is kept of this chat:',
    forgetAsk: 'Delete everything that is kept of this chat?',
    forgetWhat: 'Settings, subscriptions, questions and digests are deleted. It can not be undone.',
    forgetButton: 'Delete everything',
    forgotten: 'Everything is deleted. A new message begins anew.',
  },

  whoami: (id: number, admin: boolean) => `Your Telegram id: ${id}${admin ? '\nYou are an admin here.' : ''}`,
  mistake: {
    report: 'Report a mistake',
    ask: 'What is wrong?',
    kinds: {
      speaker: 'Somebody else said it',
      words: 'The words are cut wrong',
      nothing: 'Nobody said this',
      date: 'The date or the source is wrong',
    },
    thanks: 'Thank you: it has been passed on, and you will hear what comes of it.',
    reported: 'A reader reports a mistake',
    confirm: 'It is one: hide it',
    reject: 'It is right',
    confirmed: 'Hidden. Whoever was shown it is told.',
    rejected: 'It stays as it is.',
    settledBefore: 'Another admin has settled it.',
    heardConfirmed:
      'You were right about the mistake that you reported: it is not shown any more. Thank you.',
    heardRejected:
      'The mistake that you reported was looked into: it stands so in the article. Thank you all the same.',
  },
  correction: {
    title: 'Correction of what was shown here',
    before: 'Shown here:',
    now: 'Now in the article:',
    gone: 'These words are not in the article any more.',
    mistaken: 'Khabar had read this wrong: it is not shown any more.',
    more: (count: number) => `and ${count} more`,
  },
}

/** `isLeast`: counted no further, there may be more. */
type Count = { count: number; isLeast: boolean; latest: string | null; today: string }
type CountAbout = Count & { topic: string; others: number }

type Window = { from: Date; to: Date; zone: string; /** More than a week's names tell. */ long: boolean }
type Account = {
  read: number
  sources: number
  shown: number
  leftOut: number
  others: number
  before: number
}

export type Extent = { count: number; undated: number; first: string | null; last: string | null }

/** ", more than two years ago"; nothing for what is recent. */
function age(days: number): string {
  if (days === 0) return ', today'
  if (days === 1) return ', yesterday'
  if (days > 730)
    return `, more than ${Math.floor(days / 365) === 2 ? 'two years' : years(Math.floor(days / 365))} ago`
  if (days > 365) return ', more than a year ago'
  if (days > 60) return `, about ${months(Math.round(days / 30))} ago`
  return ''
}

function relativeDay(day: string, today: string): string {
  const days = Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000)
  return days === 0 ? 'today' : days === 1 ? 'yesterday' : `on ${formatDay(day, 'en')}`
}
