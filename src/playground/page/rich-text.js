// A text and its entities as nodes: quotations and code as blocks, everything else inline. Each line has the direction of
// its own first strong letter, as in Telegram.

import { element, icon } from './dom.js'

const blocks = new Set(['blockquote', 'expandable_blockquote', 'pre'])

/** More lines than this of a long quotation are folded away, as Telegram does it. */
const foldedCharacters = 180

/**
 * The nodes for a message's text. Offsets are UTF-16 units, which is what JavaScript counts.
 * @param options `onCommand(text)` is called when a command in it is tapped; `words` names the folding button.
 */
export function richText(text, entities, options) {
  const fragment = document.createDocumentFragment()
  const outer = topBlocks(entities)
  let at = 0
  for (const block of outer) {
    const end = Math.min(block.offset + block.length, text.length)
    appendLines(fragment, { text, from: at, to: withoutBreak(text, at, block.offset), entities, options })
    fragment.append(blockNode(block, { text, from: block.offset, to: end, entities, options }))
    at = text[end] === '\n' ? end + 1 : end
  }
  appendLines(fragment, { text, from: at, to: text.length, entities, options })
  return fragment
}

/** `rtl` or `ltr`, by the first strong letter; undefined when there is none. A flag counts as a Latin letter. */
export function directionOf(line) {
  const strong = /[\p{L}\p{Regional_Indicator}\u200e\u200f\u061c]/u.exec(line)?.[0]
  if (!strong) return undefined
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u200f\u061c]/u.test(
    strong,
  )
    ? 'rtl'
    : 'ltr'
}

function topBlocks(entities) {
  const result = []
  for (const entity of entities.filter(({ type }) => blocks.has(type))) {
    const last = result.at(-1)
    if (!last || entity.offset >= last.offset + last.length) result.push(entity)
  }
  return result
}

const withoutBreak = (text, from, to) => (to > from && text[to - 1] === '\n' ? to - 1 : to)

function appendLines(parent, { text, from, to, entities, options }) {
  if (to <= from) return
  let start = from
  for (const line of text.slice(from, to).split('\n')) {
    // The browser would pass over a command at the start, which has a direction of its own.
    const row = element('div', { class: 'line', dir: directionOf(line) ?? 'auto' })
    if (line === '') row.append(element('br'))
    else appendInline(row, { text, from: start, to: start + line.length, entities, options })
    parent.append(row)
    start += line.length + 1
  }
}

function blockNode(block, part) {
  const inner = part.entities.filter((entity) => entity !== block)
  const { text, from, to, options } = part
  const direction = directionOf(text.slice(from, to)) ?? 'ltr'
  if (block.type === 'pre') return element('pre', { dir: 'ltr' }, element('code', {}, text.slice(from, to)))
  const quotation = element('blockquote', { dir: direction })
  appendLines(quotation, { ...part, entities: inner })
  const long = to - from > foldedCharacters || text.slice(from, to).split('\n').length > 3
  if (block.type === 'expandable_blockquote' && long) makeFoldable(quotation, options)
  return quotation
}

function makeFoldable(quotation, { words }) {
  quotation.classList.add('folded')
  const button = element(
    'button',
    {
      class: 'fold',
      type: 'button',
      'aria-expanded': 'false',
      'aria-label': words.more,
      click: () => {
        const folded = quotation.classList.toggle('folded')
        button.setAttribute('aria-expanded', String(!folded))
        button.setAttribute('aria-label', folded ? words.more : words.less)
      },
    },
    icon('down'),
  )
  quotation.append(button)
}

/** Entities are nested or apart; each is cut to the part that is being drawn. */
function appendInline(parent, { text, from, to, entities, options }) {
  let at = from
  const inside = entities.filter(
    ({ type, offset, length }) => !blocks.has(type) && offset < to && offset + length > from,
  )
  for (const entity of inside) {
    const start = Math.max(entity.offset, from)
    const end = Math.min(entity.offset + entity.length, to)
    if (start < at) continue
    parent.append(text.slice(at, start))
    const node = inlineNode(entity, text.slice(start, end), options)
    const inner = inside.slice(inside.indexOf(entity) + 1)
    appendInline(node, { text, from: start, to: end, entities: inner, options })
    parent.append(node)
    at = end
  }
  parent.append(text.slice(at, to))
}

const tags = { bold: 'strong', italic: 'em', underline: 'u', strikethrough: 's', code: 'code' }

function inlineNode({ type, url }, text, { onCommand }) {
  if (tags[type]) return element(tags[type])
  if (type === 'spoiler') return spoiler()
  if (type === 'bot_command')
    // A button's words stand by themselves: those of a command always run from left to right, slash first.
    return element('button', { class: 'command', type: 'button', dir: 'ltr', click: () => onCommand(text) })
  const address = safeAddress(type === 'text_link' ? url : type === 'url' ? text : undefined)
  if (address)
    return element('a', { href: address, target: '_blank', rel: 'noopener noreferrer', title: address })
  return element('span', { class: type === 'mention' || type === 'hashtag' ? 'mention' : '' })
}

function spoiler() {
  const node = element('span', {
    class: 'spoiler',
    role: 'button',
    tabindex: '0',
    click: () => node.classList.add('shown'),
    keydown: (event) => event.key === 'Enter' && node.classList.add('shown'),
  })
  return node
}

/** Only web addresses become links; whatever else a server lets through stays text. */
function safeAddress(url) {
  const parsed = url ? URL.parse(url) : null
  return parsed && (parsed.protocol === 'http:' || parsed.protocol === 'https:') ? parsed.href : undefined
}
