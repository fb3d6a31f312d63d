// A piece of a text, by its place: offsets are UTF-16 units, `end` is exclusive, as `String.prototype.slice` takes them.

export type Span = { start: number; end: number }

export const cut = (text: string, { start, end }: Span): string => text.slice(start, end)

export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end

/** The span without white space at its ends. */
export function trimmed(text: string, { start, end }: Span): Span {
  let from = start
  let to = end
  while (from < to && /\s/.test(text.charAt(from))) from++
  while (to > from && /\s/.test(text.charAt(to - 1))) to--
  return { start: from, end: to }
}
