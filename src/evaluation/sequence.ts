// Chance that is the same on every machine and in every run.

/** Numbers from 0 to 1 by the generator of Park and Miller. */
export function sequence(seed: number): () => number {
  let state = seed % 2_147_483_647
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/** One of a list, by chance. Throws for an empty list. */
export function pickOf<Item>(random: () => number, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('There is nothing to pick from')
  return item
}
