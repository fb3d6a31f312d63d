// What a measurement is: a task has sets, a set is scored into named figures, and beside them stands what they must beat.

/** Shares from 0 to 1 by name, in the order in which they are shown. */
export type Figures = Readonly<Record<string, number>>

/** A figure of somebody else on the same kind of data. `by` says who, and «this run» where it was measured just now. */
export type Floor = { by: string; figures: Figures }

export type Result = {
  /** How many things were scored, and of what kind where that is not plain: «274 statements». */
  n: string
  figures: Figures
  floors?: readonly Floor[]
  /** Our own time, without reading the data and without scoring. */
  msEach?: number
  /** What stands below the table: failures one by one, or how the figures are to be read. */
  notes?: readonly string[]
}

export type ScoredSet = {
  name: string
  /** `samples`: ships with the project, always scored. `data`: lies in the folder that EVAL_DATA names. */
  from: 'samples' | 'data'
  /** Throws an OutsideError where the set's file is missing or broken. `folder` is EVAL_DATA; '' for samples. */
  score: (folder: string) => Result | Promise<Result>
}

export type Task = {
  /** Why none of it can be scored here, where that is so: no failure. */
  missing?: () => string | undefined
  name: string
  /** Empty for what is not built yet: it is said, not left out. */
  sets: readonly ScoredSet[]
}

/** Floors that the data's own page states, measured on other rows of the same kind. */
export const manifest = (figures: Figures): Floor => ({ by: 'manifest', figures })

/** Does the work of each item and takes the time of all of it. */
export async function timed<Item, Done>(
  items: readonly Item[],
  work: (item: Item) => Done | Promise<Done>,
): Promise<{ done: Done[]; msEach: number }> {
  const done: Done[] = []
  const start = performance.now()
  for (const item of items) done.push(await work(item))
  return { done, msEach: (performance.now() - start) / Math.max(1, items.length) }
}

const rounds = 3

/** The shortest of a few rounds: what else the machine does only adds to them. */
export function shortestMs(work: () => unknown): number {
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return Math.min(...times)
}

/** A share, or 0 of nothing: a set without rows has earned nothing. */
export const share = (part: number, whole: number): number => part / Math.max(1, whole)

export const mean = (values: readonly number[]): number =>
  share(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  )

/** The balance of precision and recall. */
export const balance = (precision: number, recall: number): number =>
  precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
