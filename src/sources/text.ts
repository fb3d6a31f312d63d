// Plain text and Markdown to drafts: the shapes of scraped pages are taken apart, anything else is one article.

import { marked } from 'marked'

import type { Draft } from '../articles/article.ts'
import { draftOf, type Known } from './draft.ts'
import { htmlToText } from './html.ts'
import { splitScrape } from './scrape.ts'

/** What the caller knows better than the text: a title or a source given by hand. `origin` without its part: `#0`, `#1`… are added. */
export type TextOptions = {
  title?: string
  source?: string
  url?: string
  publishedAt?: string
  author?: string
  keywords?: readonly string[]
  origin?: string
}

/**
 * The articles of a plain text, scraped or not (a file, a forwarded message, standard input); empty where it holds no words.
 * What the options give is the first article's only: a second one inherits nothing.
 */
export function parseText(text: string, options: TextOptions = {}): Draft[] {
  const given: Partial<Known> = { ...options }
  return splitScrape(text).flatMap((part, index) => {
    const origin = options.origin === undefined ? null : `${options.origin}#${index}`
    const own = { ...part, text: part.text === '' ? part.title : part.text, origin }
    return draftOf(index === 0 ? { ...own, ...given, origin } : own) ?? []
  })
}

/** The articles of a Markdown text: front matter (`title:`, `date:` …) is metadata, the first heading the title. */
export function parseMarkdown(markdown: string, options: TextOptions = {}): Draft[] {
  const { fields, body } = frontMatter(markdown)
  const html = marked.parse(body, { async: false, gfm: true })
  return parseText(htmlToText(html), { ...fields, ...options })
}

const fieldNames: Readonly<Record<string, 'title' | 'source' | 'url' | 'publishedAt' | 'author'>> = {
  title: 'title',
  source: 'source',
  outlet: 'source',
  publisher: 'source',
  url: 'url',
  link: 'url',
  canonical: 'url',
  date: 'publishedAt',
  published: 'publishedAt',
  publishedat: 'publishedAt',
  pubdate: 'publishedAt',
  author: 'author',
  byline: 'author',
}

function frontMatter(markdown: string): { fields: TextOptions; body: string } {
  const match = /^\ufeff?---[ \t]*\r?\n([\s\S]{0,8000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u.exec(markdown)
  const [whole, block] = match ?? []
  if (whole === undefined || block === undefined) return { fields: {}, body: markdown }
  const fields: TextOptions = {}
  for (const line of block.split(/\r?\n/)) {
    const [, name = '', value = ''] = /^([\w-]+)\s*:\s*(.*?)\s*$/u.exec(line) ?? []
    const plain = value.replace(/^(["'])(.*)\1$/u, '$2')
    if (plain === '') continue
    const field = fieldNames[name.toLowerCase()]
    if (field) fields[field] = plain
    if (/^(?:tags|keywords)$/iu.test(name))
      fields.keywords = plain.replaceAll(/^\[|\]$/g, '').split(/\s*[,،]\s*/u)
  }
  return { fields, body: markdown.slice(whole.length) }
}
