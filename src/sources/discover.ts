// The feeds that a page says it has. People name the front page of an outlet; what is to be read again is its feed.

import { canonicalUrl } from './canonical.ts'
import { isDeeperThan } from './nesting.ts'
import { parsePage } from './tree.ts'

const types = /^application\/(?:rss|atom|rdf|feed)\+(?:xml|json)$|^(?:application|text)\/(?:xml|rss)$/iu
const depthMax = 1_000
const feedsMax = 20

export type Discovered = { address: string; title: string | null }

/** In the page's order, which puts the main one first; feeds of comments last. */
export function feedsOfPage(html: string, url: string): Discovered[] {
  if (isDeeperThan(html, depthMax)) return []
  const links = [...parsePage(html).querySelectorAll('link[rel~="alternate"][href]')]
  const found = links.flatMap((link): Discovered[] => {
    if (!types.test(link.getAttribute('type')?.trim() ?? '')) return []
    const address = canonicalUrl(link.getAttribute('href') ?? '', url)
    return address === undefined ? [] : [{ address, title: link.getAttribute('title')?.trim() || null }]
  })
  const each = [...new Map(found.map((it) => [it.address, it])).values()].slice(0, feedsMax)
  const isComments = ({ address, title }: Discovered) => /comment|تعليق/iu.test(`${address} ${title ?? ''}`)
  return [...each.filter((it) => !isComments(it)), ...each.filter(isComments)]
}
