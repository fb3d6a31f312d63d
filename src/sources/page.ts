// A web page to a draft: metadata first (JSON-LD, OpenGraph, time), the text by Readability. Nothing in a page is run or fetched.

import { Readability } from '@mozilla/readability'

import type { Draft, PublishedAt } from '../articles/article.ts'
import { readDate } from '../language/dates.ts'
import { assignSources } from './agencies.ts'
import { canonicalUrl } from './canonical.ts'
import { readDateline } from './dateline.ts'
import { draftOf } from './draft.ts'
import { elementText } from './html.ts'
import { readLines } from './lines.ts'
import { isDeeperThan } from './nesting.ts'
import { type Metadata, personOf, readMetadata } from './metadata.ts'
import { parsePage, type Tree, type TreeNode } from './tree.ts'

/** Characters of HTML that are parsed; a news page has under 1 MB. */
const pageCharsMax = 6_000_000
/** Elements that Readability may look at: it compares them with one another. */
const elementsMax = 60_000
/** How deep elements may lie in one another; large real pages have some fifty. */
const depthMax = 1_000
const tooDeep = 'The page nests its elements too deep, or has too many of them, to be read.'
/** A text shorter than this is no article, unless the page says that it is one. */
const textCharsMin = 140
/** How far down a page's text its date line may stand. */
const headLines = 6

/** The article of a page, or the reason why there is none; `url` is where it was read from. */
export function readPage(html: string, url?: string): { draft: Draft } | { failed: string } {
  if (html.trim() === '') return { failed: 'The page is empty.' }
  if (html.length > pageCharsMax)
    return { failed: `The page has more than ${pageCharsMax} characters of HTML.` }
  if (isDeeperThan(html, depthMax)) return { failed: tooDeep }
  try {
    return readTree(parsePage(html), url)
  } catch (error) {
    if (error instanceof RangeError) return { failed: tooDeep }
    throw error
  }
}

function readTree(page: Tree, url: string | undefined): { draft: Draft } | { failed: string } {
  const known = readMetadata(page, url)
  const body = bodyText(page, known)
  const dense = densestText(page)
  const article = extracted(page)
  const content = contentOf(bestText(article.text, body, dense), known.title)
  const link = canonicalUrl(known.canonical ?? url ?? '', url)
  const draft = draftOf({
    text: content.text,
    title: known.title ?? article.title,
    url: link,
    source: known.site ?? article.site ?? hostOf(link),
    agency: content.agency,
    place: content.place,
    author: known.author ?? personOf(article.byline),
    publishedAt: known.publishedAt ?? readDate(article.published) ?? content.date,
    keywords: known.keywords,
    origin: link === undefined ? null : `url:${link}`,
  })
  return draft ? { draft } : { failed: 'No article text was found on the page.' }
}

function hostOf(link: string | undefined): string | null {
  return link === undefined ? null : new URL(link).hostname.replace(/^www\./u, '')
}

type Extracted = Record<'title' | 'byline' | 'site', string | null> & Record<'text' | 'published', string>

function extracted(page: Tree): Extracted {
  if ([...page.querySelectorAll('*')].length > elementsMax) throw new RangeError('too many elements')
  const reader = new Readability(page, {
    charThreshold: textCharsMin,
    serializer: (node: TreeNode) => elementText(node),
  })
  const article = parsed(reader)
  return {
    text: article?.content ?? '',
    title: article?.title ?? null,
    byline: article?.byline ?? null,
    site: article?.siteName ?? null,
    published: article?.publishedTime ?? '',
  }
}

/** On some broken trees the library trips over an element without a parent: it has found nothing then, and the page's own text stands in. */
function parsed(reader: Readability): ReturnType<Readability['parse']> {
  try {
    return reader.parse()
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** `marked`: the page itself says where its article stands. */
type Body = { text: string; marked: boolean }

/** The text where the page says that its article is, else all of its text. Taken before Readability changes the tree. */
function bodyText(page: Tree, known: Metadata): Body {
  const main =
    page.querySelector('[itemprop="articleBody"]') ??
    page.querySelector('article') ??
    page.querySelector('main')
  const text = elementText(main ?? page.body)
  if (known.body !== null && known.body.length > text.length) return { text: known.body, marked: true }
  return { text, marked: main !== null }
}

/**
 * Readability sometimes takes a notice for the article: then it has a small part of what the page marks as its text, or of the paragraphs
 * that stand together somewhere else.
 */
function bestText(text: string, body: Body, dense: string): string {
  if (text === '') return body.text
  // The page marks more than the article where the paragraphs that stand together are what was found.
  if (body.marked && text.length < body.text.length * 0.3 && text.length < dense.length * 1.2)
    return body.text
  return text.length * 2 < dense.length ? dense : text
}

/** A paragraph of news; shorter ones are captions, bylines and buttons. */
const paragraphCharsMin = 80

/** The text of the element that holds the most words in paragraphs of its own. */
function densestText(page: Tree): string {
  const holders = new Map<TreeNode, number>()
  for (const paragraph of page.querySelectorAll('p')) {
    const length = paragraph.textContent?.length ?? 0
    const holder = paragraph.parentNode
    if (holder && length >= paragraphCharsMin) holders.set(holder, (holders.get(holder) ?? 0) + length)
  }
  const [best] = [...holders].toSorted((a, b) => b[1] - a[1])
  return best ? elementText(best[0]) : ''
}

type Content = { text: string; date: PublishedAt | undefined; agency: string | null; place: string | null }

/** The paragraphs without the catalogue's other lines (dates, sources, furniture, read-also), and what those lines say. */
function contentOf(text: string, title: string | null): Content {
  const lines = readLines(text)
  const paragraphs = lines.flatMap((line) =>
    line.kind === 'text' || line.kind === 'place' ? [line.text] : [],
  )
  const own = paragraphs[0] === title && paragraphs.length > 1 ? paragraphs.slice(1) : paragraphs
  const dateline = readDateline(own[0] ?? '')
  const sources = assignSources(lines.flatMap((line) => (line.kind === 'source' ? [line.value] : [])))
  const agency = sources.agency ?? dateline?.agency ?? null
  const dates = lines
    .slice(0, headLines)
    .flatMap((line) => (line.kind === 'date' && line.date ? [line.date] : []))
  return { text: own.join('\n'), date: dates[0], agency, place: (dateline?.agency && dateline.place) || null }
}
