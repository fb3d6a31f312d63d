// One message as a bubble: who and when, what it answers, its text, its file, its buttons.

import { element, icon } from './dom.js'
import { directionOf, richText } from './rich-text.js'

/**
 * The list item for a message.
 * @param view `own(message)`, `words`, `language`, and what to do: `onCommand`, `onTap`, `onReply`, `onEdit`, `onJump`
 */
export function bubble(message, view) {
  const own = view.own(message)
  const text = message.text ?? message.caption ?? ''
  const entities = message.entities ?? message.caption_entities ?? []
  const meta = metaOf(message, { ...view, own })
  const content = element('div', { class: 'text' }, richText(text, entities, view))
  placeMeta(content, text, meta)
  return element(
    'li',
    {
      class: `message ${own ? 'own' : 'theirs'}`,
      'data-id': message.message_id,
      'data-own': String(own),
      'data-date': message.date,
    },
    element(
      'div',
      { class: 'stack' },
      element(
        'div',
        { class: 'bubble' },
        element('span', { class: 'hidden' }, `${own ? view.words.you : view.botName}: `),
        replyLine(message, view),
        attachment(message, view),
        content,
        meta,
      ),
      actions(message, { ...view, own }),
      keyboard(message, view),
    ),
  )
}

/** What the bot is still writing: it goes when the message comes. */
export function draftBubble({ text, entities }, view) {
  const content = element('div', { class: 'text' }, richText(text || view.words.thinking, entities, view))
  return element(
    'li',
    { class: 'message theirs draft', 'data-own': 'false' },
    element('div', { class: 'stack' }, element('div', { class: 'bubble' }, content)),
  )
}

function clock(seconds, language) {
  const format = { hour: '2-digit', minute: '2-digit', hour12: false }
  return new Intl.DateTimeFormat(`${language}-u-nu-latn`, format).format(seconds * 1000)
}

function metaOf(message, { words, language, own }) {
  return element(
    'span',
    { class: 'meta' },
    message.edit_date ? element('span', {}, `${words.edited} `) : null,
    element('time', { datetime: new Date(message.date * 1000).toISOString() }, clock(message.date, language)),
    own ? icon('ticks') : null,
  )
}

/** The time sits in the corner of the last line when that runs to the left; else it has a line of its own. */
function placeMeta(content, text, meta) {
  const last = content.lastElementChild
  const rightward = directionOf(text.slice(text.lastIndexOf('\n') + 1)) !== 'rtl'
  if (last?.classList.contains('line') && rightward) {
    const room = meta.cloneNode(true)
    room.setAttribute('class', 'meta room')
    room.setAttribute('aria-hidden', 'true')
    last.append(room)
    meta.classList.add('corner')
  }
}

function replyLine({ reply_to_message: original, quote }, view) {
  if (!original) return null
  const line = quote?.text ?? original.text ?? original.caption ?? original.document?.file_name ?? ''
  return element(
    'button',
    {
      class: 'reply',
      type: 'button',
      dir: view.language === 'ar' ? 'rtl' : 'ltr',
      click: () => view.onJump(original.message_id),
    },
    element('strong', { dir: 'auto' }, view.own(original) ? view.words.you : view.botName),
    element('span', { dir: 'auto' }, line.split('\n')[0]),
  )
}

function attachment({ document: file, photo }, { words, language }) {
  const [picture] = photo ?? []
  if (picture)
    return element('img', {
      class: 'photo',
      src: `/playground/files/${picture.file_id}`,
      alt: words.photo,
    })
  if (!file) return null
  return element(
    'a',
    {
      class: 'file',
      dir: language === 'ar' ? 'rtl' : 'ltr',
      href: `/playground/files/${file.file_id}`,
      download: file.file_name ?? '',
    },
    element('span', { class: 'file-icon' }, icon('file')),
    element(
      'span',
      { class: 'file-name' },
      element('strong', { dir: 'auto' }, file.file_name ?? ''),
      element('small', {}, sizeOf(file.file_size, language)),
    ),
  )
}

function sizeOf(bytes, language) {
  const unit = bytes < 1024 ? 'byte' : bytes < 1024 * 1024 ? 'kilobyte' : 'megabyte'
  const amount = bytes / { byte: 1, kilobyte: 1024, megabyte: 1024 * 1024 }[unit]
  const format = { style: 'unit', unit, maximumFractionDigits: 1 }
  return new Intl.NumberFormat(`${language}-u-nu-latn`, format).format(amount)
}

function actions(message, { words, own, onReply, onEdit }) {
  return element(
    'div',
    { class: 'actions' },
    own && message.text ? action('edit', words.edit, () => onEdit(message)) : null,
    action('reply', words.reply, () => onReply(message)),
  )
}

function action(name, label, act) {
  const attributes = { class: 'round', type: 'button', title: label, 'aria-label': label, click: act }
  return element('button', attributes, icon(name))
}

/** Rows stay in the order that the bot sent them: Telegram never mirrors a keyboard. */
function keyboard(message, { onTap }) {
  const rows = message.reply_markup?.inline_keyboard
  if (!rows) return null
  const rowNode = (row) =>
    element('div', { class: 'row' }, ...row.map((button) => buttonNode(message, button, onTap)))
  return element('div', { class: 'keyboard', dir: 'ltr' }, ...rows.map(rowNode))
}

function buttonNode(message, button, onTap) {
  const label = element('span', { dir: 'auto' }, button.text)
  const address = button.url ? URL.parse(button.url) : null
  if (address && /^https?:$/.test(address.protocol))
    return element(
      'a',
      { class: 'key', href: address.href, target: '_blank', rel: 'noopener noreferrer' },
      label,
      icon('link'),
    )
  const key = element(
    'button',
    {
      class: 'key',
      type: 'button',
      disabled: button.callback_data === undefined,
      click: () => onTap(message, button, key),
    },
    label,
  )
  return key
}
