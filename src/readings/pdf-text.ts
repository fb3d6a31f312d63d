// From the lines that stand on a page to running text: Arabic that is stored as it looks is read from right to left again, and what the page's
// width has broken is put together. Pure.

/** The shapes that letters have inside a word, as fonts number them; whoever writes them so writes what stands on the page from left to right. */
const shaped = /[\ufb50-\ufdff\ufe70-\ufefc]/u
/** Plain letters among them were turned by the PDF's reader already, word by word. */
const plainRun = /[\u0621-\u063a\u0641-\u064a\u066e-\u06d3]{2,}/gu
const leftToRightRun =
  /[%٪$€£]?[\p{Script=Latin}\p{N}](?:[\p{Script=Latin}\p{N}\p{M}.,:/%٪$€£'’@_+-]|\s+(?=[\p{Script=Latin}\p{N}]))*/gu
const mirrored = new Map(
  ['()', '[]', '{}', '«»', '‹›', '<>'].flatMap(([a = '', b = '']) => [
    [a, b],
    [b, a],
  ]),
)

/** A line as it is read, whatever way it was written down. */
export function inReadingOrder(line: string): string {
  if (!shaped.test(line)) return line
  const seen = line.replace(plainRun, backwards)
  return backwards(seen)
    .replace(/[()[\]{}«»‹›<>]/gu, (it) => mirrored.get(it) ?? it)
    .replace(leftToRightRun, (run) => backwards(run.trimEnd()) + run.slice(run.trimEnd().length))
    .normalize('NFKC')
}

const backwards = (text: string): string => Array.from(text).toReversed().join('')

/** A line this much shorter than the longest ones ends its paragraph, or is a heading. */
const fullShare = 0.7
const ended = /[.!?؟…:]["'”’»)\]]*$/u

/** What a browser prints above and below a page: the moment with the page's title, the address with the page's number. */
const printed =
  /^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}, \d{1,2}:\d{2}(?:\s?[AP]M)?(?:\s|$)|^(?:https?|file):\/\/\S+(?:\s+\d+\/\d+)?$|^\d+\/\d+$/u

/** Lines of a page as paragraphs, one a line. Empty lines end a paragraph. */
export function paragraphsOf(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => !printed.test(line))
    .map(inReadingOrder)
  const lengths = lines.map((it) => it.length).toSorted((a, b) => a - b)
  const full = fullShare * (lengths[Math.floor(lengths.length * 0.9)] ?? 0)
  const paragraphs: string[] = []
  let isOpen = false
  for (const line of lines) {
    if (line !== '') {
      const before = isOpen ? paragraphs.pop() : undefined
      paragraphs.push(before === undefined ? line : joined(before, line))
    }
    isOpen = line.length >= full && line !== '' && !ended.test(line)
  }
  return paragraphs.join('\n')
}

/** A word that was cut at the end of a line is one again. */
const joined = (before: string, line: string): string =>
  /\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(line) ? before.slice(0, -1) + line : `${before} ${line}`
