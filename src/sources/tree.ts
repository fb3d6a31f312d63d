// The few things that we ask of a parsed page. The parser's own types want the browser's library, which a server has no use for.

import { parseHTML } from 'linkedom'

export type TreeNode = {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly childNodes: Iterable<TreeNode>
  readonly parentNode: TreeNode | null
}

export type TreeElement = TreeNode & {
  getAttribute(name: string): string | null
  querySelector(selector: string): TreeElement | null
  querySelectorAll(selector: string): Iterable<TreeElement>
  remove(): void
}

export type Tree = TreeElement & { readonly documentElement: TreeElement; readonly body: TreeElement }

/** Parses a whole page. Broken HTML gives a broken tree, never an error; nothing in it is run or fetched. */
export function parsePage(html: string): Tree {
  const whole = /<html[\s>]/iu.test(html.slice(0, 20_000))
    ? html
    : `<!doctype html><html><head></head><body>${html}</body></html>`
  const tree: Tree = parseHTML(whole).document
  return tree
}
