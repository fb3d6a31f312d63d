// HTML to paragraphs of text, one a line. Scripts, styles and forms are never text; tags are only ever dropped, never kept.

import { isDeeperThan } from './nesting.ts'
import { parsePage, type TreeNode } from './tree.ts'

/** Elements whose content no reader sees. */
const silent = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT EMBED SVG MATH CANVAS AUDIO VIDEO FORM BUTTON SELECT TEXTAREA INPUT HEAD TITLE'.split(
    ' ',
  ),
)
/** Depth of elements to which a piece of HTML is parsed. */
const depthMax = 500
/** Elements that begin and end a line. */
const blocks = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BR CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
)

/** The text of a piece of HTML, paragraphs one a line, entities decoded. Plain text comes back as it is. */
export function htmlToText(html: string): string {
  if (!/[<&]/.test(html)) return tidy(html)
  // Nobody writes news so deep; what does is an attack on the parser, and no text of it is wanted.
  if (isDeeperThan(html, depthMax)) return ''
  const page = parsePage(`<html><head></head><body>${html.replaceAll(embedded, ' ')}</body></html>`)
  return elementText(page.body)
}

/** What is shown in a frame of its own; unclosed, it would swallow the text behind it. */
const embedded =
  /<(iframe|object|applet|frameset)\b[^>]*>(?:(?!<\1\b)[^])*?<\/\1\s*>|<\/?(?:iframe|object|applet|frameset|frame|embed|param)\b[^>]*>/giu

/** The text under a node, whatever the node itself is, paragraphs one a line. Walks with a stack of its own: pages nest deeper than calls can. */
export function elementText(root: TreeNode): string {
  let text = ''
  const pending: (TreeNode | string)[] = [root]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next === 'string') text += next
    else if (next.nodeType === 3) text += (next.textContent ?? '').replaceAll(/\s+/gu, ' ')
    else if (next === root || !silent.has(next.nodeName.toUpperCase())) {
      const block = blocks.has(next.nodeName.toUpperCase())
      if (block) text += '\n'
      if (block) pending.push('\n')
      for (const child of [...next.childNodes].toReversed()) pending.push(child)
    }
  }
  return tidy(text)
}

/** Lines trimmed, empty ones dropped. */
export function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replaceAll(/[^\S\n]+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}
