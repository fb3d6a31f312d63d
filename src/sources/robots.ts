// A site's rules for robots, read once a day and kept for pages that nobody asked for by name. A site without such rules has none; one whose
// rules can't be read because its server fails is left alone for now, as RFC 9309 has it.

import robotsParser from 'robots-parser'
import { z } from 'zod'
import { AnswerError } from './answer-error.ts'

type Robot = { isAllowed: (url: string, agent?: string) => boolean | undefined }
type Parse = (url: string, text: string) => Robot
// Its own types describe a module that it is not.
const parseRobots = z.custom<Parse>((it) => typeof it === 'function').parse(robotsParser)

const keptMs = 24 * 60 * 60_000
const failedKeptMs = 10 * 60_000
const sitesMax = 5_000
/** RFC 9309: at least 500 KiB are to be read. */
const rulesCharsMax = 512 * 1024

type Rules = { until: number; robot: Robot | 'none' | 'unknown' }

export class Robots {
  readonly #sites = new Map<string, Promise<Rules>>()
  readonly #read: (url: string) => Promise<string>
  readonly #agent: string

  /** `read`: fetches the rules; throws where there are none. */
  constructor(read: (url: string) => Promise<string>, agent: string) {
    this.#read = read
    this.#agent = agent
  }

  async allow(url: string): Promise<boolean> {
    if (!URL.canParse(url)) return true
    const { origin } = new URL(url)
    const known = this.#sites.get(origin)
    let rules = await known
    if (!rules || rules.until < Date.now()) {
      const reading = this.#rulesOf(origin)
      this.#sites.set(origin, reading)
      if (this.#sites.size > sitesMax) this.#sites.delete([...this.#sites.keys()][0] ?? '')
      rules = await reading
    }
    if (rules.robot === 'none') return true
    return rules.robot !== 'unknown' && rules.robot.isAllowed(url, this.#agent) !== false
  }

  async #rulesOf(origin: string): Promise<Rules> {
    const address = `${origin}/robots.txt`
    try {
      const text = (await this.#read(address)).slice(0, rulesCharsMax)
      return { until: Date.now() + keptMs, robot: parseRobots(address, text) }
    } catch (error) {
      // "There is none" is an answer; no answer is none.
      const isNone = error instanceof AnswerError && error.permanent
      return { until: Date.now() + (isNone ? keptMs : failedKeptMs), robot: isNone ? 'none' : 'unknown' }
    }
  }
}
