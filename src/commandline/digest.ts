// `khabar digest`: what a digest of these topics would hold, without sending it to anybody.

import { composeDigest } from '../digests/compose.ts'
import { type Content, weekBefore } from '../digests/digest.ts'
import { gather, type Gathered, readGathered } from '../digests/gather.ts'
import { UsageError } from '../errors.ts'
import type { Language } from '../language/script.ts'
import { compose, withoutMarks } from '../texts/message.ts'
import { findTopic, topicName, topics } from '../topics/topics.ts'
import { choice, type Command, textOption, using, type Words } from './command.ts'
import { print } from './lines.ts'
import { readMoment } from './moment.ts'

export const digest: Command = {
  name: 'digest',
  usage: '[--topic TOPIC[,TOPIC…]] [--lang ar|en] [--json] [--now ISO] [--zone Z]',
  options: {
    topic: { type: 'string' },
    lang: { type: 'string' },
    json: { type: 'boolean' },
    now: { type: 'string' },
    zone: { type: 'string' },
  },
  run: async (words, { config, openStore }) => {
    if (words.positionals.length > 0) throw new UsageError(`Usage: khabar digest ${digest.usage}`)
    const language = choice<Language>(words, 'lang', ['ar', 'en']) ?? 'en'
    const zone = textOption(words, 'zone') ?? config.zone
    const to = new Date(readMoment(textOption(words, 'now'), zone).epochMilliseconds)
    const wanted = readTopics(words)
    return using(openStore(), async ({ db }) => {
      const window = { from: weekBefore(to), to, topics: wanted, by: 'published' } as const
      const content = await gather(db, window, language)
      const made = { ...window, id: null, language, zone, nextAt: null, atOnce: false, changed: [], content }
      const gathered = await readGathered(db, made)
      const reply = composeDigest(made, gathered, language)
      const text = withoutMarks(compose(reply.lines, language).text)
      if (words.values['json'] !== true) {
        print(text)
        return true
      }
      print({ topics: wanted, language, from: window.from, to, ...rowsOf(gathered, content, language), text })
      return true
    })
  },
}

function rowsOf({ articles, summaries }: Gathered, content: Content, language: Language) {
  return {
    articles: articles.map((article) => {
      const own = summaries.filter((it) => it.articleId === article.id)
      const summary = own.find((it) => it.language === language) ?? own[0]
      return {
        id: article.id,
        externalId: article.externalId,
        title: article.title,
        headline: summary?.headline ?? null,
        body: summary?.body ?? null,
        method: summary?.method ?? null,
        source: article.source,
        url: article.url,
        date: article.publishedAt,
      }
    }),
    read: content.read,
    sources: content.sources,
    onOtherTopics: content.others,
    failedSources: content.failed,
  }
}

/** Topics by their name in either language, or by IPTC's id. */
function readTopics(words: Words): string[] {
  const asked = textOption(words, 'topic')?.split(/[,،;؛]/) ?? []
  return asked
    .map((it) => it.trim())
    .filter((it) => it !== '')
    .map((it) => {
      const found = topics.find(({ id }) => id === it)?.id ?? findTopic(it, 'ar') ?? findTopic(it, 'en')
      if (found === undefined)
        throw new UsageError(
          `--topic: "${it}" is none of the topics:\n${topics.map(({ id }) => `  ${id}  ${topicName(id, 'en')} / ${topicName(id, 'ar')}`).join('\n')}`,
        )
      return found
    })
}
