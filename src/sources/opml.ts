// Lists of feeds as feed readers exchange them. A folder is a topic: its name goes with every article of the feeds in it.

import { generateOpml, MalformedError, type Opml, ParseError, parseOpml } from 'feedsmith'
import { OutsideError } from '../errors.ts'
import { refusal } from './address.ts'
import { isDeeperThan } from './nesting.ts'
import { everyMinutesDefault } from './rhythm.ts'
import type { NewSource, Source } from './store.ts'

/** Real lists nest two or three folders. */
const depthMax = 50
const feedsMax = 10_000

export type Listed = { sources: NewSource[]; refused: { address: string; reason: string }[] }

/** The feeds of a list, each once. Throws an OutsideError for what is no such list. */
export function readOpml(text: string): Listed {
  if (/<!ENTITY/iu.test(text.slice(0, 100_000)) || isDeeperThan(text, depthMax))
    throw new OutsideError('The list declares entities or nests too deep: it is not read, for safety.', {
      permanent: true,
    })
  const found = new Map<string, NewSource>()
  const refused: Listed['refused'] = []
  for (const { xmlUrl, title, folder } of outlinesOf(text)) {
    const reason = URL.canParse(xmlUrl) ? refusal(new URL(xmlUrl)) : 'it is no web address'
    if (reason !== undefined) refused.push({ address: xmlUrl, reason })
    else if (!found.has(xmlUrl) && found.size < feedsMax)
      found.set(xmlUrl, { address: xmlUrl, name: title, topic: folder, everyMinutes: everyMinutesDefault })
  }
  return { sources: [...found.values()], refused }
}

type Outline = {
  text?: string | undefined
  title?: string | undefined
  xmlUrl?: string | undefined
  outlines?: Outline[] | undefined
}
type Flat = { xmlUrl: string; title: string | null; folder: string | null }

function outlinesOf(text: string): Flat[] {
  try {
    const flat = (outline: Outline, folder: string | null): Flat[] => {
      const name = (outline.title ?? outline.text)?.trim() || null
      const own = outline.xmlUrl?.trim()
      const inside = (outline.outlines ?? []).flatMap((it) => flat(it, own ? folder : (name ?? folder)))
      return own ? [{ xmlUrl: own, title: name, folder }, ...inside] : inside
    }
    return (parseOpml(text.replace(/^\ufeff/u, '')).body?.outlines ?? []).flatMap((it) => flat(it, null))
  } catch (error) {
    if (error instanceof MalformedError || error instanceof ParseError || error instanceof SyntaxError)
      throw new OutsideError('This is no OPML list of feeds, or it is cut off.', {
        permanent: true,
        cause: error,
      })
    throw error
  }
}

/** The sources of the web as such a list, those with a topic in its folder. Folders of this machine are left out. */
export function writeOpml(sources: readonly Pick<Source, 'address' | 'name' | 'topic'>[], now: Date): string {
  const feeds = sources.filter(({ address }) => /^https?:/iu.test(address))
  const outline = ({ address, name }: (typeof feeds)[number]) => ({
    type: 'rss',
    text: name ?? address,
    xmlUrl: address,
  })
  const folders = [...Map.groupBy(feeds, ({ topic }) => topic)]
  const outlines = folders.flatMap(([topic, own]): Opml.Outline<Date>[] => {
    const listed: Opml.Outline<Date>[] = own.map(outline)
    return topic === null ? listed : [{ text: topic, outlines: listed }]
  })
  return generateOpml({ head: { title: 'Khabar', dateCreated: now }, body: { outlines } })
}
