// Work on a stream, several items at once, results in the order of the items: while one waits for the database, another is read.

/** At most `atOnce` items are under way. A failure ends the stream when its turn comes; what is under way is waited for. */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const underWay: Promise<Result>[] = []
  try {
    for await (const item of items) {
      const running = work(item)
      // Its turn to be awaited comes later; until then its failure is nobody's surprise.
      running.catch(() => {})
      underWay.push(running)
      if (underWay.length >= atOnce) yield* first(underWay)
    }
    while (underWay.length > 0) yield* first(underWay)
  } finally {
    await Promise.allSettled(underWay)
  }
}

async function* first<Result>(underWay: Promise<Result>[]): AsyncGenerator<Result> {
  const [running] = underWay.splice(0, 1)
  if (running) yield await running
}
