// What a page says about itself: JSON-LD before meta tags before visible elements.

import { readDate } from '../language/dates.ts'
import type { PublishedAt } from '../articles/article.ts'
import { htmlToText } from './html.ts'
import type { Tree, TreeElement } from './tree.ts'

export type Metadata = {
  title: string | null
  author: string | null
  site: string | null
  canonical: string | null
  publishedAt: PublishedAt | null
  keywords: string[]
  /** The text of the article where JSON-LD holds it. */
  body: string | null
}

/** Reads the metadata of a page; a missing or broken piece is null. `url` makes its relative addresses whole. */
export function readMetadata(page: Tree, url: string | undefined): Metadata {
  const linked = readJsonLd(page)
  const tags = metaTags(page)
  const site = linked.publisher ?? first(tags, siteTags)
  const title = linked.headline ?? first(tags, titleTags) ?? visible(page.querySelector('title'))
  const canonical = page.querySelector('link[rel="canonical"]')?.getAttribute('href')
  return {
    title: withoutSite(title, site),
    author: linked.author ?? personOf(first(tags, authorTags)) ?? byline(page),
    site,
    canonical: absolute(canonical ?? first(tags, ['og:url']), url),
    publishedAt: publishedOf(page, linked.published, tags),
    keywords: (linked.keywords.length > 0 ? linked.keywords : keywordsOf(first(tags, keywordTags))).slice(
      0,
      40,
    ),
    body: linked.body,
  }
}

const siteTags = ['og:site_name', 'application-name', 'al:android:app_name', 'dc.publisher']
const titleTags = ['og:title', 'twitter:title', 'dc.title']
const authorTags = ['author', 'article:author', 'dc.creator', 'parsely-author', 'sailthru.author']
const keywordTags = ['news_keywords', 'keywords', 'parsely-tags']
const publishedTags = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'article:published',
  'parsely-pub-date',
  'date',
  'pubdate',
  'publishdate',
  'publish-date',
  'dc.date.issued',
  'dc.date',
  'dcterms.created',
  'sailthru.date',
]

// — JSON-LD —

type Linked = Record<'headline' | 'author' | 'publisher' | 'published' | 'body', string | null> & {
  keywords: string[]
}

const articleTypes = /(?:Article|BlogPosting|Report|LiveBlogPosting|Review)$/u
/** Nodes of linked data that are looked at: a page has some tens. */
const nodesMax = 2_000

function readJsonLd(page: Tree): Linked {
  const scripts = [...page.querySelectorAll('script[type="application/ld+json"]')]
  const nodes = scripts.flatMap((script) => nodesOf(parsed(script.textContent ?? '')))
  const article =
    nodes.find((node) => asList(node['@type']).some((type) => articleTypes.test(text(type) ?? ''))) ?? {}
  return {
    headline: text(article['headline']) ?? text(article['name']),
    author: names(article['author']).join(', ') || null,
    publisher: names(article['publisher'])[0] ?? null,
    published: text(article['datePublished']) ?? text(article['dateCreated']),
    keywords: asList(article['keywords']).flatMap((it) => keywordsOf(text(it))),
    body: text(article['articleBody']),
  }
}

function names(value: unknown): string[] {
  return asList(value).flatMap((it) => nameOf(it) ?? [])
}

type Node = Readonly<Record<string, unknown>>

/** All objects of a piece of linked data, outer ones first. */
function nodesOf(value: unknown): Node[] {
  const nodes: Node[] = []
  const pending: unknown[] = [value]
  while (pending.length > 0 && nodes.length < nodesMax) {
    const next = pending.shift()
    if (Array.isArray(next)) pending.push(...(next as unknown[]))
    else if (isNode(next)) {
      nodes.push(next)
      pending.push(next['@graph'], next['mainEntity'], next['mainEntityOfPage'])
    }
  }
  return nodes
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parsed(json: string): unknown {
  try {
    // Pages wrap it in comments and leave line breaks inside strings.
    return JSON.parse(
      json
        .replaceAll(/^\s*(?:<!--|\/\*[\s\S]*?\*\/|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, '')
        .replaceAll(/[\n\r\t]+/g, ' '),
    )
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value]
}

function text(value: unknown): string | null {
  if (typeof value !== 'string' || value.trim() === '') return null
  return htmlToText(value)
}

function nameOf(value: unknown): string | null {
  return isNode(value) ? text(asList(value['name'])[0]) : personOf(text(value))
}

// — meta tags and visible elements —

function metaTags(page: Tree): Tags {
  const tags = new Map<string, string>()
  for (const tag of page.querySelectorAll('meta')) {
    const name = ['property', 'name', 'itemprop', 'http-equiv']
      .map((it) => tag.getAttribute(it))
      .find((it) => it)
    const content = tag.getAttribute('content')?.trim()
    if (name && content && !tags.has(name.toLowerCase())) tags.set(name.toLowerCase(), content)
  }
  return tags
}

type Tags = ReadonlyMap<string, string>

function first(tags: Tags, wanted: readonly string[]): string | null {
  return wanted.map((name) => tags.get(name)).find((value) => value) ?? null
}

function publishedOf(page: Tree, linked: string | null, tags: Tags): PublishedAt | null {
  const candidates = [
    linked,
    ...publishedTags.map((name) => tags.get(name)),
    page.querySelector('[itemprop="datePublished"]')?.getAttribute('datetime'),
    timeOf(
      page.querySelector('article time') ?? page.querySelector('time[pubdate]') ?? page.querySelector('time'),
    ),
  ]
  return candidates.flatMap((it) => (it ? (readDate(it) ?? []) : []))[0] ?? null
}

function timeOf(element: TreeElement | null): string | null {
  return element?.getAttribute('datetime') ?? visible(element)
}

function byline(page: Tree): string | null {
  const element =
    page.querySelector('[rel="author"]') ?? page.querySelector('[itemprop="author"] [itemprop="name"]')
  const name = personOf(visible(element))
  return name !== null && name.length <= 80 ? name : null
}

/** "By Jane Doe" is Jane Doe; an address of a profile is nobody's name. */
export function personOf(name: string | null): string | null {
  if (name === null || /^https?:/iu.test(name.trim())) return null
  return name.replace(/^\s*(?:by|بقلم|كتب|كتبت)\s*:?\s+/iu, '').trim() || null
}

function visible(element: TreeElement | null): string | null {
  const words = element?.textContent?.replaceAll(/\s+/gu, ' ').trim() ?? ''
  return words === '' ? null : words
}

function keywordsOf(value: string | null): string[] {
  return (value ?? '')
    .split(/\s*[,،;|]\s*/u)
    .filter((keyword) => keyword.trim() !== '' && keyword.length <= 80)
}

/** "Title - Site" is "Title", where the page names its site. */
function withoutSite(title: string | null, site: string | null): string | null {
  const plain = title === null ? null : htmlToText(title).replaceAll('\n', ' ')
  if (plain === null || site === null) return plain
  const tail = new RegExp(`\\s*[|\\-–—:»]\\s*${site.replaceAll(/[.*+?^$()[\]{}|\\]/g, '\\$&')}\\s*$`, 'iu')
  return plain.replace(tail, '') || plain
}

function absolute(address: string | null, base: string | undefined): string | null {
  return address !== null && URL.canParse(address, base) ? new URL(address, base).href : null
}
