// The line one writes in: sending, replying, editing one's own words.

import { createCommandMenu } from './command-menu.js'
import { byId, icon } from './dom.js'

/**
 * Wires the composer up.
 * @param actions `send(text, replyTo)`, `sendFile(file)` and `edit(messageId, text)`, which promise something when they got through;
 *   `lastOwn()`, `commands()`, `words()`
 */
export function createComposer(actions) {
  const input = byId('input')
  const subject = createSubject()
  const menu = createCommandMenu(actions.commands, (command) => {
    reset()
    actions.send(`/${command}`)
    input.focus()
  })

  byId('send').append(icon('send'))
  wireAttaching(actions.sendFile)

  const fill = (text) => {
    input.value = text
    fit(input)
    input.focus()
    input.setSelectionRange(text.length, text.length)
  }

  const reset = () => {
    subject.clear()
    menu.hide()
    input.value = ''
    fit(input)
  }

  /** The line is emptied at once, and filled again when the words did not get through. */
  const submit = async () => {
    const text = input.value.trim()
    if (text === '') return
    const { editing, replying } = subject.get()
    reset()
    const sent = editing
      ? await actions.edit(editing.message_id, text)
      : await actions.send(text, replying?.message_id)
    if (!sent && input.value === '') fill(text)
  }

  const startEditing = (message) => {
    subject.set({ editing: message }, actions.words().editing)
    fill(message.text)
  }

  const editLast = () => {
    const last = input.value === '' && !subject.get().editing && actions.lastOwn()
    if (last) startEditing(last)
    return Boolean(last)
  }

  const keys = keysOf(menu, { submit, reset, editLast })
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || event.shiftKey) return
    const handled = keys[event.key]?.()
    if (handled) event.preventDefault()
  })
  input.addEventListener('input', () => {
    fit(input)
    menu.suggest(input.value)
  })
  byId('context-close').addEventListener('click', reset)
  byId('composer').addEventListener('submit', (event) => {
    event.preventDefault()
    void submit()
  })

  return {
    reset,
    startEditing,
    focus: () => input.focus(),
    startReplying: (message, name) => {
      subject.set({ replying: message }, `${actions.words().replyTo} ${name}`)
      input.focus()
    },
    label: (words) => {
      label(words)
      menu.label(words)
    },
  }
}

/** A document of the person's own is sent as it is chosen. */
function wireAttaching(sendFile) {
  const chooser = byId('file')
  byId('attach').append(icon('attach'))
  byId('attach').addEventListener('click', () => chooser.click())
  chooser.addEventListener('change', () => {
    const [file] = chooser.files
    if (file) void sendFile(file)
    // The same file may be chosen again.
    chooser.value = ''
  })
}

/** The words around the line, in the person's language. */
function label(words) {
  byId('input').placeholder = words.message
  byId('input').setAttribute('aria-label', words.message)
  byId('send').setAttribute('aria-label', words.send)
  byId('attach').setAttribute('aria-label', words.attach)
  byId('context-close').setAttribute('aria-label', words.cancel)
}

/** What each key does; true when it did something, so that the browser does nothing more. */
function keysOf(menu, { submit, reset, editLast }) {
  const moving = (step) => {
    if (menu.isOpen()) menu.move(step)
    return menu.isOpen()
  }
  return {
    Enter: () => {
      if (!menu.isOpen() || !menu.pickChosen()) void submit()
      return true
    },
    Escape: () => {
      if (menu.isOpen()) menu.hide()
      else reset()
      return true
    },
    ArrowDown: () => moving(1),
    ArrowUp: () => moving(-1) || editLast(),
  }
}

/** What the words being written are about: the message that is being edited or replied to, shown above the line. */
function createSubject() {
  const box = byId('context')
  let subject = {}
  byId('context-close').append(icon('close'))
  return {
    get: () => subject,
    set: (next, title) => {
      subject = next
      const { text, caption = '' } = next.editing ?? next.replying
      byId('context-title').textContent = title
      byId('context-line').textContent = (text ?? caption).split('\n')[0]
      box.hidden = false
    },
    clear: () => {
      subject = {}
      box.hidden = true
    },
  }
}

/** As high as its text; the send button lights up when there is something to send. */
function fit(input) {
  input.style.height = 'auto'
  input.style.height = `${input.scrollHeight}px`
  document.body.classList.toggle('has-text', input.value.trim() !== '')
}
