// Who asks a host when: a few at once, and none right after another, however many of its feeds are due.

import { setTimeout as sleep } from 'node:timers/promises'

type Host = { active: number; nextAt: number; waiting: (() => void)[] }

export class Turns {
  readonly #hosts = new Map<string, Host>()
  readonly #atOnce: number
  readonly #apartMs: number

  constructor(atOnce: number, apartMs: number) {
    this.#atOnce = atOnce
    this.#apartMs = apartMs
  }

  /** Waits for a turn at the host and takes it. */
  async enter(name: string): Promise<void> {
    const host = this.#hosts.get(name) ?? { active: 0, nextAt: 0, waiting: [] }
    this.#hosts.set(name, host)
    while (host.active >= this.#atOnce)
      await new Promise<void>((resolve) => {
        host.waiting.push(resolve)
      })
    host.active++
    const waitMs = host.nextAt - Date.now()
    host.nextAt = Math.max(host.nextAt, Date.now()) + this.#apartMs
    if (waitMs > 0) await sleep(waitMs)
  }

  leave(name: string): void {
    const host = this.#hosts.get(name)
    if (!host) return
    host.active--
    host.waiting.shift()?.()
    // A host that nobody waits for is forgotten once its pause is over.
    if (host.active === 0 && host.waiting.length === 0 && host.nextAt <= Date.now()) this.#hosts.delete(name)
  }
}
