// What feeds in the wild get wrong and their readers forgive, set right before the parser sees it: bodies under other names, text in base64,
// prefixes that the parser does not expect, characters that XML forbids, an end that is missing. Every repair is one pass.

/** The feed as its parser takes it. JSON comes back as it is. */
export function repairFeed(body: string): string {
  const feed = body.replace(/^\ufeff/u, '')
  if (!/^\s*</u.test(feed)) return feed
  return [closedEnd, soundCharacters, withoutPrefix, fromChannelFormat, namedBodies, decodedBase64].reduce(
    (text, repair) => repair(text),
    feed,
  )
}

/**
 * Of a feed that ends in the middle what stands whole before: up to its last complete item, closed properly. Undefined where there is no
 * complete item.
 */
export function withoutCutEnd(feed: string): string | undefined {
  const end = Math.max(
    ...['</item>', '</entry>'].map((it) => feed.lastIndexOf(it) + (feed.includes(it) ? it.length : 0)),
  )
  if (end <= 0) return undefined
  const root = /<((?:\w+:)?(?:rss|feed|rdf))[\s>]/iu.exec(feed)?.[1]
  if (root === undefined) return undefined
  const isRss = /rss$/iu.test(root)
  return `${feed.slice(0, end)}${isRss ? '</channel>' : ''}</${root}>`
}

/** "</rss" and nothing more. */
const closedEnd = (feed: string): string => feed.replace(/(<\/[\w:]{1,20})\s*$/u, '$1>')

/** `&#X41;`, a bare `&`, and control characters that XML has no way to write. */
const soundCharacters = (feed: string): string =>
  feed
    .replaceAll(/&#X(?=[\da-f]{1,6};)/giu, '&#x')
    // oxlint-disable-next-line no-control-regex -- they are what is looked for
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/gu, '')

/** `<r:rss xmlns:r="…">`: the same without the prefix. */
function withoutPrefix(feed: string): string {
  const prefix = /^[^<]*(?:<[?!][^>]*>[^<]*)*<(\w{1,20}):rss[\s>]/u.exec(feed.slice(0, 10_000))?.[1]
  return prefix === undefined ? feed : feed.replaceAll(new RegExp(`(</?)${prefix}:`, 'gu'), '$1')
}

/** The Channel Definition Format of 1997, as the RSS that came of it. */
function fromChannelFormat(feed: string): string {
  if (!/^[^<]*(?:<[?!][^>]*>[^<]*)*<channel[\s>]/iu.test(feed.slice(0, 10_000))) return feed
  const items = feed
    .replaceAll(/<item\s[^>]{0,2000}?href\s*=\s*"([^"<>]{1,2000})"[^>]*>/giu, '<item><link>$1</link>')
    .replaceAll(
      /<(\/?)(channel|item|title|link)(?=[\s/>])/giu,
      (_, slash: string, name: string) => `<${slash}${name.toLowerCase()}`,
    )
    .replaceAll(/<(\/?)abstract(?=[\s>])/giu, '<$1description')
  return `<rss version="2.0">${items}</rss>`
}

/** Bodies of items under the names that RSS modules gave them: XHTML as it stands, or escaped. */
function namedBodies(feed: string): string {
  if (
    !/<(?:\w+:)?(?:body|fullitem)[\s>]/iu.test(feed) ||
    !/<(?:\w+:)?(?:rss|rdf)[\s>]/iu.test(feed.slice(0, 10_000))
  )
    return feed
  return replaceElements(feed, /<((?:xhtml:)?(?:body|fullitem))(?:\s[^<>]*)?>/giu, (_, content) => {
    const inner = content.includes('<![CDATA[') || !/<\w/u.test(content) ? content : cdata(content)
    return `<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/">${inner}</content:encoded>`
  })
}

/** Atom's `mode="base64"`, and its successor, a type that is not a text's. */
function decodedBase64(feed: string): string {
  if (!/base64|octet-stream/iu.test(feed)) return feed
  const opening =
    /<((?:\w+:)?(?:title|summary|content|tagline|subtitle|info|rights|copyright))(?=\s)[^<>]*(?:mode\s*=\s*["']base64["']|type\s*=\s*["']application\/octet-stream["'])[^<>]*>/giu
  return replaceElements(feed, opening, (name, content) => {
    const text = Buffer.from(content.trim(), 'base64').toString('utf8')
    return `<${name} type="html" mode="escaped">${cdata(text)}</${name}>`
  })
}

const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`

/** Each element that `opening` finds (its name is the first group), with what stands between its tags, becomes what `write` makes of it. */
function replaceElements(
  feed: string,
  opening: RegExp,
  write: (name: string, content: string) => string,
): string {
  const parts: string[] = []
  let from = 0
  for (const match of feed.matchAll(opening)) {
    if (match.index < from || match[0].endsWith('/>')) continue
    const name = match[1] ?? ''
    const start = match.index + match[0].length
    const end = feed.indexOf(`</${name}>`, start)
    // Never closed: neither is any later one of that name.
    if (end < 0) break
    parts.push(feed.slice(from, match.index), write(name, feed.slice(start, end)))
    from = end + name.length + 3
  }
  return parts.join('') + feed.slice(from)
}
