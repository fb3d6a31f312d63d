// One shape for the items of RSS, Atom, RDF and JSON feeds: which of their many fields we read, in which order.

import type { AnyFeed, AtomFeed, DcNs, JsonFeed, RdfFeed, RssFeed } from 'feedsmith'

/** `html` false: the text is plain, `<` in it means itself. */
export type FeedText = { value: string | undefined; html: boolean }

/** Where a field has several values they are in order of preference: the first that holds words is taken. */
export type FeedItem = {
  id: string | undefined
  links: (string | undefined)[]
  titles: FeedText[]
  contents: FeedText[]
  authors: readonly (string | undefined)[]
  outlet: string | undefined
  keywords: readonly (string | undefined)[]
  dates: (string | undefined)[]
}

export type FeedHead = {
  titles: FeedText[]
  languages: (string | undefined)[]
  links: (string | undefined)[]
  items: FeedItem[]
}

/** What we read of a parsed feed. */
export function headOf(parsed: AnyFeed): FeedHead {
  if (parsed.format === 'rss') return rssHead(parsed.feed)
  if (parsed.format === 'rdf') return rdfHead(parsed.feed)
  return parsed.format === 'atom' ? atomHead(parsed.feed) : jsonHead(parsed.feed)
}

function markup(value: string | undefined): FeedText {
  return { value, html: true }
}

function plain(value: string | undefined): FeedText {
  return { value, html: false }
}

/** Dublin Core, which every format may carry. */
function dublinCore(core: DcNs.ItemOrFeed<string> = {}) {
  return {
    titles: listOf(core.titles).map(markup),
    descriptions: listOf(core.descriptions).map(markup),
    creators: listOf(core.creators),
    subjects: listOf(core.subjects),
    dates: listOf(core.dates),
    languages: listOf(core.languages),
    identifiers: listOf(core.identifiers),
    sources: listOf(core.sources),
  }
}

function listOf<Value>(values: readonly Value[] | undefined): readonly Value[] {
  return values ?? []
}

function rssHead(feed: RssFeed.Feed<string>): FeedHead {
  const core = dublinCore(feed.dc)
  return {
    titles: [markup(feed.title), ...core.titles],
    languages: [feed.language, ...core.languages, feed.xml?.lang],
    links: [feed.link],
    items: (feed.items ?? []).map(rssItem),
  }
}

function rssItem(item: RssFeed.Item<string>): FeedItem {
  const core = dublinCore(item.dc)
  const permalink = item.guid?.isPermaLink === false ? undefined : item.guid?.value
  const media = mediaTexts(item.media)
  return {
    id: item.guid?.value ?? core.identifiers[0],
    links: [item.link, ...atomLinks(item.atom?.links), permalink],
    titles: [markup(item.title), ...core.titles, ...media.titles],
    contents: [
      markup(item.content?.encoded),
      markup(item.description),
      ...atomTexts(item.atom),
      ...core.descriptions,
      markup(item.itunes?.summary),
      ...media.descriptions,
    ],
    authors: [...core.creators, ...people(item.authors)],
    outlet: item.source?.title,
    keywords: [...(item.categories ?? []).map((it) => it.name), ...core.subjects],
    dates: [item.pubDate, ...core.dates, ...termDates(item.dcterms), ...atomDates(item.atom)],
  }
}

function rdfHead(feed: RdfFeed.Feed<string>): FeedHead {
  const core = dublinCore(feed.dc)
  return {
    titles: [markup(feed.title), ...core.titles],
    languages: [...core.languages, feed.xml?.lang],
    links: [feed.link],
    items: (feed.items ?? []).map(rdfItem),
  }
}

function rdfItem(item: RdfFeed.Item<string>): FeedItem {
  const core = dublinCore(item.dc)
  return {
    id: core.identifiers[0] ?? item.rdf?.about,
    links: [item.link, ...atomLinks(item.atom?.links), item.rdf?.about],
    titles: [markup(item.title), ...core.titles],
    contents: [markup(item.content?.encoded), markup(item.description), ...core.descriptions],
    authors: core.creators,
    outlet: core.sources[0],
    keywords: core.subjects,
    dates: [...core.dates, ...termDates(item.dcterms)],
  }
}

function atomHead(feed: AtomFeed.Feed<string>): FeedHead {
  return {
    titles: [atomText(feed.title)],
    languages: [feed.xml?.lang, ...dublinCore(feed.dc).languages],
    links: atomLinks(feed.links),
    items: (feed.entries ?? []).map((entry) => atomItem(entry, feed)),
  }
}

function atomItem(entry: AtomFeed.Entry<string>, feed: AtomFeed.Feed<string>): FeedItem {
  const core = dublinCore(entry.dc)
  return {
    id: entry.id,
    links: atomLinks(entry.links),
    titles: [atomText(entry.title), ...core.titles],
    contents: [...atomTexts(entry), ...core.descriptions, ...mediaTexts(entry.media).descriptions],
    authors: [...people(entry.authors ?? entry.source?.authors ?? feed.authors), ...core.creators],
    outlet: entry.source?.title?.value,
    keywords: (entry.categories ?? []).map((it) => it.label ?? it.term),
    dates: [entry.published, ...core.dates, ...termDates(entry.dcterms), entry.updated],
  }
}

function jsonHead(feed: JsonFeed.Feed<string>): FeedHead {
  return {
    titles: [plain(feed.title)],
    languages: [feed.language],
    links: [feed.home_page_url],
    items: (feed.items ?? []).map((item) => ({
      id: item.id,
      links: [item.url, item.external_url],
      titles: [plain(item.title)],
      contents: [markup(item.content_html), plain(item.content_text), plain(item.summary)],
      authors: people(item.authors ?? feed.authors),
      outlet: undefined,
      keywords: item.tags ?? [],
      dates: [item.date_published, item.date_modified],
    })),
  }
}

// — pieces that several formats share —

type MediaTexts = { title?: { value?: string } | undefined; description?: { value?: string } | undefined }

function mediaTexts(media: MediaTexts | undefined): { titles: FeedText[]; descriptions: FeedText[] } {
  return { titles: [markup(media?.title?.value)], descriptions: [markup(media?.description?.value)] }
}

function people(persons: readonly { name?: string; email?: string }[] | undefined): (string | undefined)[] {
  return (persons ?? []).map((person) => person.name ?? person.email)
}

function termDates(terms: { issued?: string[]; created?: string[] } | undefined): string[] {
  return [...(terms?.issued ?? []), ...(terms?.created ?? [])]
}

function atomDates(entry: { published?: string; updated?: string } | undefined): (string | undefined)[] {
  return [entry?.published, entry?.updated]
}

type AtomTexts = { content?: AtomFeed.Content | undefined; summary?: AtomFeed.Text | undefined }

function atomTexts(entry: AtomTexts | undefined): FeedText[] {
  return [atomText(entry?.content), atomText(entry?.summary)]
}

/** Atom says whether a text is markup; what is marked as text and holds tags all the same is read as what it plainly is. */
function atomText(text: AtomFeed.Text | AtomFeed.Content | undefined): FeedText {
  const { value, type } = text ?? {}
  if (value === undefined) return plain(undefined)
  const isText = type === undefined || type === 'text' || type === 'text/plain'
  return { value, html: !isText || /<(?:p|br|div|a|b|i|em|strong|ul|img)[\s/>]/iu.test(value) }
}

/** The page before its other forms (audio, other formats). */
function atomLinks(links: readonly AtomFeed.Link<string>[] | undefined): (string | undefined)[] {
  const pages = (links ?? []).filter((link) => link.rel === undefined || link.rel === 'alternate')
  return [...pages.filter((link) => link.type === undefined || link.type.includes('html')), ...pages].map(
    (link) => link.href,
  )
}
