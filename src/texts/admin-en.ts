// What admins are told, in English: the sources, the queue, the budget, messages to all. `admin-ar.ts` must have the same keys.

import type { Done } from '../audit/store.ts'
import type { Spent } from '../budget/store.ts'
import type { People } from '../chats/store.ts'
import type { Health } from '../operations/health.ts'
import type { ReloadCounts } from '../sources/store.ts'
import { momentInWeek } from './clock.ts'
import { counters } from './counters.ts'
import { megabytes, minutesBetween } from './words.ts'

const { articles, sources: counted, statements } = counters.en

export const adminEn = {
  users: {
    title: 'Who uses Khabar',
    lines: ({
      readers,
      groups,
      activeToday,
      activeThisWeek,
      arabic,
      english,
      subscribed,
      retired,
      banned,
    }: People) => [
      `private chats: ${readers}, groups and channels: ${groups}`,
      `heard from today: ${activeToday}, this week: ${activeThisWeek}`,
      `have chosen Arabic: ${arabic}, English: ${english}`,
      `with a digest: ${subscribed}`,
      `have left or blocked the bot: ${retired}, shut out: ${banned}`,
    ],
    how: 'Nobody is known by name. /ban NUMBER shuts a user or a group out, /unban NUMBER lets them in again.',
    needsNumber: 'The number of a user or a group is missing, for example: /ban 12345678',
    isAdmin: 'That is an admin: /dismiss the number, or take it out of ADMIN_IDS, first.',
    banned: (id: number) => `${id} is shut out: nothing is answered or sent there.`,
    bannedAlready: (id: number) => `${id} is shut out already.`,
    unbanned: (id: number) => `${id} is let in again.`,
    notBanned: (id: number) => `${id} is not shut out.`,
  },

  // Admins
  stats: {
    title: 'Khabar now',
    articles: (count: number, arabic: number, english: number) =>
      `Articles: ${count} (${arabic} Arabic, ${english} English)`,
    statements: (count: number) => `Statements: ${count}`,
    summaries: (count: number, unfinished: number) =>
      `Summarised: ${count}${unfinished > 0 ? `, ${unfinished} waiting` : ''}`,
    chats: (count: number, active: number, questions: number) =>
      `Chats: ${count}, ${active} active today; ${questions} questions in 24 hours`,
    queue: (waiting: number, active: number, failed: number) =>
      `Queue: ${waiting} waiting, ${active} running, ${failed} dead`,
    model: (name: string | null) => (name ? `Model: ${name}` : 'Model: none, Khabar works offline'),
  },

  reload: {
    none: 'No source is configured. Add one: /sources add URL',
    unknown: (words: string) => `No source is called “${words}”. /sources lists them.`,
    running: (done: number, sources: number) =>
      `Reading ${counted(sources)} again: ${done} of ${sources} done`,
    finished: (sources: number, seconds: number) => `${counted(sources)} read again in ${seconds} s`,
    account: ({ new: added, changed, duplicate, failed, filtered }: ReloadCounts) =>
      `Articles: ${added} new, ${changed} changed, ${duplicate} duplicate, ${failed} failed${filtered > 0 ? `, ${filtered} left out by a filter` : ''}`,
    moreFailed: (count: number) => `… and ${count} more failures: see the log`,
  },

  admins: {
    list: (first: readonly number[], appointed: readonly number[]) =>
      `Admins: ${first.join(', ')} (ADMIN_IDS)${appointed.length > 0 ? `; appointed: ${appointed.join(', ')}` : ''}. /appoint NUMBER makes somebody one, /dismiss NUMBER unmakes them; /whoami tells the number.`,
    appointed: (id: number) => `${id} is an admin from now on: all commands but /appoint and /dismiss.`,
    already: (id: number) => `${id} is an admin already.`,
    dismissed: (id: number) => `${id} is no admin any more.`,
    none: (id: number) => `${id} is no admin.`,
    ofSettings: (id: number) => `${id} is in ADMIN_IDS: only whoever runs the bot can take it out.`,
    firstOnly: 'Only those of ADMIN_IDS name admins.',
  },

  sourceList: {
    title: (count: number) => `${counted(count)} read again by /reload`,
    paused: (name: string) => `A source is left alone after many failures: ${name}`,
    resume: (address: string) => `To take it up again: /reload ${address}`,
    morePaused: (count: number) => `… and ${count} more: /sources lists them.`,
    wished: (address: string) => `A chat asks for a source: ${address}`,
    allow: (address: string) =>
      `What is read from it is read for everybody. To allow it: /sources resume ${address} · to refuse: /sources remove ${address}`,
    usage:
      'To change them: /sources add, pause, resume or remove, with the address behind it. /sources export gives the list as OPML; a document of that kind (.opml) sent here adds what is in it.',
    added: (address: string) => `Added: ${address}. It is read within a minute; /sources says how that went.`,
    addedAlready: (address: string) => `${address} is a source already.`,
    noAddress: (words: string) =>
      `A source is an address that begins with https://, not “${words}”. Folders are added on the command line.`,
    refused: (address: string, reason: string) => `${address} can not be a source: ${reason}`,
    removed: (address: string) => `Removed: ${address}. What was read from it stays.`,
    pausedNow: (address: string) => `Paused: ${address}.`,
    resumed: (address: string) => `${address} is read again from now on.`,
    unknown: (address: string) => `${address} is no source; /sources lists them.`,
    isPaused: 'paused',
    opml: ({ added, known, refused }: { added: number; known: number; refused: readonly string[] }) =>
      `The list: ${added} added, ${known} there already${refused.length > 0 ? `, ${refused.length} refused: ${refused.slice(0, 5).join(', ')}` : ''}. New ones are read within a minute; /sources says how that went.`,
    opmlUnread: 'That document is no list of sources (OPML), or an empty one.',
    opmlTooMany: (max: number) => `A list has at most ${max} sources; longer ones are for the command line.`,
    row: (name: string, read: string | null, failure: string | null) =>
      `• ${name}: ${failure ?? (read === null ? 'not read yet' : `read ${read}`)}`,
  },

  queue: {
    title: 'The queue',
    counts: ({ waiting, active, delayed, failed }: QueueCounts) =>
      `${waiting} waiting, ${active} running, ${delayed} to be tried again, ${failed} dead`,
    dead: (id: string, attempts: number, reason: string) => `• ${id}, after ${attempts} tries: ${reason}`,
    moreDead: (count: number) => `… and ${count} more: npx khabar queue`,
    retry: (count: number) => `Try the ${count === 1 ? 'dead job' : `${count} dead jobs`} again`,
    refresh: 'Refresh',
    retried: (count: number) => `${count} put back on the queue`,
  },

  budget: {
    title: 'What the model costs',
    tokens: (spent: number, limit: number) =>
      `Today: ${spent} tokens${limit > 0 ? ` of ${limit}` : ', no limit (MODEL_TOKENS_PER_DAY)'}`,
    money: (spent: number, limit: number) =>
      `Today: ${spent.toFixed(2)} in money${limit > 0 ? ` of ${limit.toFixed(2)}` : ', no limit (MODEL_MONEY_PER_DAY)'}`,
    resets: (zone: string) => `Begins anew at midnight (${zone}). Past a limit Khabar goes on offline.`,
    row: ({ day, purpose, model, calls, tokens, money }: Spent) =>
      `• ${day}, ${purpose === 'summary' ? 'summaries' : 'questions'}, ${model}: ${calls} calls, ${tokens} tokens, ${money.toFixed(2)}`,
  },

  model: {
    leftAlone: 'The model’s server is left alone: its key or its quota is the trouble',
    askedAgain: 'The model is asked again',
    meanwhile: 'Until it answers, summaries and answers are made without it. It is tried again by itself.',
  },

  broadcast: {
    how: (max: number) =>
      `Send /broadcast and a text; for both languages two texts with a line of --- between them. At most ${max} characters each. Nothing is sent before you have seen it.`,
    preview: 'Preview: nothing is sent yet',
    chats: (arabic: number, english: number) => `Chats: ${arabic} in Arabic, ${english} in English`,
    oneText: 'Readers of the other language get this text too.',
    send: (count: number) => `Send to ${count}`,
    discard: 'Discard',
    discarded: 'Discarded: nothing was sent.',
    running: 'Broadcast: on its way',
    done: 'Broadcast: sent',
    stopped: 'Broadcast: stopped',
    stop: 'Stop',
    reached: (count: number, all: number) => `Sent to ${count} of ${all}`,
    failed: (count: number) => `Could not be told (blocked, or gone): ${count}`,
    unknown: (count: number) => `Unknown, a process died meanwhile: ${count}`,
  },

  health: {
    title: 'How Khabar is',
    lines: (
      { database, queue, articles: news, sources, model, freeBytes, process: own }: Health,
      now: Date,
    ) => [
      `database: answers in ${Math.round(database.ms)} ms, ${megabytes(database.bytes)} MB`,
      `queue: ${queue.waiting} waiting, ${queue.failed} dead${queue.failed > 0 ? ' (/queue)' : ''}`,
      `articles: ${news.newestAt === null ? 'none yet' : `the newest came in ${minutesBetween(news.newestAt, now)} min ago`}, ${news.unfinished} not read yet`,
      `sources: ${sources.all}, failing ${sources.failing}, paused ${sources.paused}${sources.failing + sources.paused > 0 ? ' (/sources)' : ''}`,
      `model: ${model ?? 'none, Khabar works offline'}`,
      ...(freeBytes === null ? [] : [`disk: ${megabytes(freeBytes)} MB free`]),
      `this process: up ${Math.round(own.upSeconds / 60)} min, ${megabytes(own.bytes)} MB`,
    ],
  },

  resummarize: {
    how: (max: number) => `/resummarize and a number of days, 1 to ${max}; 7 without one.`,
    noModel: 'No language model is connected: summaries are excerpts and key facts, and stay so.',
    queued: (count: number, days: number, isMost: boolean) =>
      `${articles(count)} of the last ${days} days ${count === 1 ? 'waits' : 'wait'} for the model again.${isMost ? ' There may be more: send it again for the next ones.' : ''}`,
  },

  peopleKnown: {
    title: 'Known by this name',
    how: '/people NAME says who is known by it; /people merge ID ID makes the first one part of the second; /people split ID SPELLING makes a spelling a person of their own.',
    nobody: (words: string) => `Nobody of the name “${words}” has spoken in the stored articles.`,
    row: ({ id, name, spellings }: { id: number; name: string; spellings: readonly string[] }) =>
      `${id}: ${name} (${spellings.join('; ')})`,
    merged: (from: number, into: number) => `${from} is part of ${into} now.`,
    split: (of: { from: number; personId: number; spelling: string; statements: number }) =>
      `“${of.spelling}” is ${of.personId} now, with ${statements(of.statements)}; it will not be taken for ${of.from} again.`,
    noSuchSpelling: (id: number, spelling: string) =>
      `${id} is not known as “${spelling}”, or as nothing else: there is nothing to split. /people and a name shows the spellings.`,
    noSuch: 'One of the two is not known, or has never spoken; or both are one.',
  },

  audit: {
    title: 'What admins have done, the newest first',
    row: ({ at, zone, adminId, action, detail }: Done & { zone: string }) =>
      `${momentInWeek(at, zone, 'en', true)} · ${adminId} · ${action}${detail === '' ? '' : ` ${detail}`}`,
  },
}

type QueueCounts = { waiting: number; active: number; delayed: number; failed: number }
