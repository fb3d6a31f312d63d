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
  const tree = /<html[\s>]/iu.test(html.slice(0, 20_000)) ? treeOf(html) : null
  // Its tags are broken: what they were to hold together is put into sound ones.
  return (
    tree ??
    treeOf(inSkeleton(html.replaceAll(/<\/?(?:html|head|body)(?=[\s/>])[^>]*>/giu, ' '))) ??
    emptyTree()
  )
}

const inSkeleton = (html: string): string => `<!doctype html><html><head></head><body>${html}</body></html>`

/** Null where the parser finds no page: a root and a body in it, which all that read the tree rely on. */
function treeOf(html: string): Tree | null {
  const { document } = parseHTML(html)
  const hasRoot: boolean = document.documentElement?.tagName === 'HTML'
  return hasRoot && document.querySelector('body') ? document : null
}

function emptyTree(): Tree {
  const tree: Tree = parseHTML(inSkeleton('')).document
  return tree
}
