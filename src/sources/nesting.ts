// How deep a page's or feed's elements lie in one another, counted before any parser sees them: parsers go as deep as the
// elements do, in calls or in time, and news needs some tens. One pass, whatever the text.

/** HTML elements that have no end, or that the next one of their kind ends. */
const selfClosing = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd td th tr tbody thead tfoot option optgroup'.split(
    ' ',
  ),
)

/** Whether the elements of a piece of HTML or XML lie more than `depthMax` deep. What is left open counts as open. */
export function isDeeperThan(markup: string, depthMax: number): boolean {
  let depth = 0
  for (let at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', at + 1)) {
    const end = endOfUnparsed(markup, at)
    if (end === undefined) return false
    if (end > at) {
      at = end - 1
      continue
    }
    const [tag, closing, name = ''] = /^<(\/?)([a-z][\w:.-]{0,60})/iu.exec(markup.slice(at, at + 64)) ?? []
    if (tag === undefined || selfClosing.has(name.toLowerCase())) continue
    depth = closing === '/' ? Math.max(0, depth - 1) : depth + (isEmptyElement(markup, at) ? 0 : 1)
    if (depth > depthMax) return true
  }
  return false
}

/** Behind the comment or CDATA section that begins here, or here itself; undefined where it never ends. */
function endOfUnparsed(markup: string, at: number): number | undefined {
  const closing = markup.startsWith('<!--', at)
    ? '-->'
    : markup.startsWith('<![CDATA[', at)
      ? ']]>'
      : undefined
  if (closing === undefined) return at
  const end = markup.indexOf(closing, at)
  return end < 0 ? undefined : end + closing.length
}

/** `<a/>`: looked for in the next few hundred characters, attributes are short. */
function isEmptyElement(markup: string, at: number): boolean {
  const end = markup.slice(at, at + 600).indexOf('>')
  return end > 0 && markup.charAt(at + end - 1) === '/'
}
