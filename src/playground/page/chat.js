// The chat page: keeps what the server tells it, draws the chat of the person one is, and sends what that person does.

import { bubble, draftBubble } from './bubble.js'
import { createComposer } from './composer.js'
import { byId, element, icon } from './dom.js'
import { createTheme } from './theme.js'
import { createTraffic } from './traffic.js'
import { words } from './words.js'

const typingLastsMs = 5000
const draftLastsMs = 30_000
const toastLastsMs = 3500

const people = new Map()
const parameters = new URLSearchParams(location.search)
const list = byId('messages')
const history = byId('history')
let person = localStorage.getItem('person') ?? 'readerArabic'
let payload = parameters.get('start') ?? ''
let connected = false
let typingTimer
let draftTimer
let toastTimer
let waitingTaps = new Map()
const answeredTaps = new Set()

const current = () => people.get(person)
const language = () => current()?.user.language_code ?? 'en'
const texts = () => words[language()]
const botName = () => current()?.botName ?? 'Khabar'
const isOwn = (message) => message.from.id === current()?.user.id

const composer = createComposer({
  send: (text, replyTo) => request('say', { person, text, replyTo }),
  sendFile: async (file) =>
    request('file', { person, name: file.name, type: file.type, data: await base64Of(file) }),
  edit: (messageId, text) => request('edit', { person, messageId, text }),
  commands: () => current()?.commands ?? [],
  lastOwn: () => [...(current()?.messages.values() ?? [])].findLast((one) => isOwn(one) && one.text),
  words: texts,
})

const theme = createTheme(texts)
const traffic = createTraffic({ read: () => request('traffic', { person }), words: texts })

const view = () => ({
  words: texts(),
  language: language(),
  own: isOwn,
  botName: botName(),
  onCommand: (text) => request('say', { person, text }),
  onTap: tap,
  onReply: (message) => composer.startReplying(message, isOwn(message) ? texts().you : botName()),
  onEdit: composer.startEditing,
  onJump: jumpTo,
})

/** Posts to the playground; a refusal is shown, and undefined returned. */
async function request(action, body) {
  const response = await fetch(`/playground/${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => undefined)
  const answer = await response?.json()
  if (response?.ok) return answer
  showToast(answer?.error ?? texts().failed)
  return undefined
}

/** As JSON can carry it. */
const base64Of = (file) =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(reader.result.replace(/^[^,]*,/, '')))
    reader.addEventListener('error', () => reject(reader.error))
    reader.readAsDataURL(file)
  })

// What the server tells

const events = new EventSource('/playground/events')
events.addEventListener('state', ({ data }) => {
  const state = JSON.parse(data)
  for (const one of state.people) {
    const messages = new Map(one.messages.map((message) => [message.message_id, message]))
    people.set(one.person, { unread: 0, ...people.get(one.person), ...one, messages })
  }
  if (!people.has(person)) [person] = people.keys()
  connected = true
  drawAll()
})
events.addEventListener('change', ({ data }) => {
  const change = JSON.parse(data)
  const owner = [...people.values()].find(({ user }) => user.id === change.chatId)
  if (!owner) return
  keep(owner, change)
  if (owner === current()) traffic.refresh()
  if (owner === current()) changes[change.kind]?.(change)
  else if (change.kind === 'message') drawPeople()
})
events.addEventListener('error', () => {
  connected = false
  drawStatus()
})

function keep(owner, change) {
  if (change.message) owner.messages.set(change.message.message_id, change.message)
  if (change.kind === 'deleted') owner.messages.delete(change.messageId)
  if (change.kind === 'message' && owner !== current()) owner.unread++
}

const changes = {
  message: ({ message }) => {
    if (!isOwn(message)) {
      stopTyping()
      removeDraft()
    }
    const atEnd = isAtEnd()
    list.append(bubble(message, view()))
    arrange()
    drawWelcome()
    if (atEnd || isOwn(message)) scrollToEnd()
  },
  edited: ({ message }) => {
    const atEnd = isAtEnd()
    nodeOf(message.message_id)?.replaceWith(bubble(message, view()))
    arrange()
    if (atEnd) scrollToEnd()
  },
  deleted: ({ messageId }) => {
    nodeOf(messageId)?.remove()
    arrange()
  },
  action: ({ action }) => {
    clearTimeout(typingTimer)
    typingTimer = setTimeout(stopTyping, typingLastsMs)
    drawStatus(action === 'typing' ? texts().typing : texts().sendingFile)
  },
  draft: (draft) => {
    const atEnd = isAtEnd()
    removeDraft()
    draftTimer = setTimeout(removeDraft, draftLastsMs)
    list.append(draftBubble(draft, view()))
    arrange()
    if (atEnd) scrollToEnd()
  },
  reaction: ({ messageId, emoji }) => {
    const node = nodeOf(messageId)
    node?.querySelector('.reaction')?.remove()
    if (emoji.length > 0)
      node?.querySelector('.bubble').append(element('span', { class: 'reaction' }, ...emoji))
  },
  tapAnswered: ({ queryId, text, alert }) => {
    answeredTaps.add(queryId)
    waitingTaps.get(queryId)?.classList.remove('waiting')
    waitingTaps.delete(queryId)
    if (text && alert) showAlert(text)
    else if (text) showToast(text)
  },
}

// What the person does

async function tap(message, button, key) {
  key.classList.add('waiting')
  const body = { person, messageId: message.message_id, data: button.callback_data }
  const answer = await request('tap', body)
  if (!answer || answeredTaps.has(answer.queryId)) key.classList.remove('waiting')
  else waitingTaps.set(answer.queryId, key)
}

async function start() {
  const body = payload ? { person, payload } : { person, text: '/start' }
  const answer = await request(payload ? 'start' : 'say', body)
  if (answer) payload = ''
  drawWelcome()
  composer.focus()
}

async function moveClock() {
  const answer = await request('clock', { person })
  if (!answer) return
  if (!answer.moved) return showToast(texts().noDigest)
  const { at, zone: timeZone } = answer.moved
  const format = { weekday: 'long', hour: '2-digit', minute: '2-digit', hour12: false, timeZone }
  const when = new Intl.DateTimeFormat(`${language()}-u-nu-latn`, format).format(new Date(at))
  showToast(texts().moved(when))
}

function become(next) {
  person = next
  current().unread = 0
  localStorage.setItem('person', person)
  waitingTaps = new Map()
  byId('toast').hidden = true
  composer.reset()
  drawAll()
  composer.focus()
}

function jumpTo(messageId) {
  const node = nodeOf(messageId)
  if (!node) return
  node.scrollIntoView({ block: 'center', behavior: 'smooth' })
  node.classList.remove('flash')
  requestAnimationFrame(() => node.classList.add('flash'))
}

// Drawing

function drawAll() {
  stopTyping()
  document.documentElement.lang = language()
  for (const part of document.querySelectorAll('.bar, .composer, .welcome, .traffic'))
    part.dir = language() === 'ar' ? 'rtl' : 'ltr'
  byId('bot-name').textContent = botName()
  list.replaceChildren(...[...current().messages.values()].map((message) => bubble(message, view())))
  arrange()
  drawWelcome()
  drawPeople()
  theme.draw()
  composer.label(texts())
  traffic.label()
  byId('clock').title = texts().clock
  byId('clock').setAttribute('aria-label', texts().clock)
  byId('log').setAttribute('aria-label', texts().messages)
  byId('to-end').setAttribute('aria-label', texts().toEnd)
  byId('alert-close').textContent = texts().ok
  scrollToEnd()
}

function drawStatus(doing) {
  const status = byId('status')
  status.classList.toggle('doing', Boolean(doing) && connected)
  status.textContent = connected ? (doing ?? texts().bot) : texts().connecting
}

function drawWelcome() {
  const empty = current().messages.size === 0
  byId('welcome').hidden = !empty && payload === ''
  list.hidden = empty
  byId('welcome-title').textContent = texts().whatCan
  byId('welcome-text').textContent = current().description || texts().noDescription
  byId('start').textContent = texts().start
}

function drawPeople() {
  const group = byId('people')
  byId('people-legend').textContent = texts().whoAmI
  const choices = [...people].map(([key, { unread }]) =>
    element(
      'label',
      { title: texts().peopleTitles[key] },
      element('input', {
        type: 'radio',
        name: 'person',
        value: key,
        checked: key === person,
        change: () => become(key),
      }),
      element('span', {}, texts().people[key]),
      unread > 0 ? element('b', { class: 'unread' }, String(unread)) : null,
    ),
  )
  group.replaceChildren(byId('people-legend'), ...choices)
}

/** Groups what one side says in a row, and puts the days in between. */
function arrange() {
  for (const day of list.querySelectorAll('.day')) day.remove()
  let previous
  for (const node of list.querySelectorAll('.message')) {
    const newDay = node.dataset.date && dayOf(previous) !== dayOf(node)
    if (newDay) node.before(element('li', { class: 'day' }, element('span', {}, dayOf(node))))
    const follows = previous && !newDay && previous.dataset.own === node.dataset.own
    node.classList.toggle('follows', Boolean(follows))
    previous?.classList.toggle('ends', !follows)
    previous = node
  }
  previous?.classList.add('ends')
}

function dayOf(node) {
  if (!node?.dataset.date) return undefined
  const date = new Date(node.dataset.date * 1000)
  const days = (new Date().setHours(0, 0, 0, 0) - new Date(date).setHours(0, 0, 0, 0)) / 86_400_000
  if (Math.round(days) === 0) return texts().today
  if (Math.round(days) === 1) return texts().yesterday
  return new Intl.DateTimeFormat(`${language()}-u-nu-latn`, { day: 'numeric', month: 'long' }).format(date)
}

function stopTyping() {
  clearTimeout(typingTimer)
  drawStatus()
}

function removeDraft() {
  clearTimeout(draftTimer)
  list.querySelector('.draft')?.remove()
}

const nodeOf = (messageId) => list.querySelector(`[data-id="${Number(messageId)}"]`)

const isAtEnd = () => history.scrollHeight - history.scrollTop - history.clientHeight < 120

function scrollToEnd() {
  history.scrollTop = history.scrollHeight
}

function showToast(text) {
  const toast = byId('toast')
  toast.textContent = text
  toast.hidden = false
  clearTimeout(toastTimer)
  toastTimer = setTimeout(() => (toast.hidden = true), toastLastsMs)
}

function showAlert(text) {
  byId('alert-text').textContent = text
  byId('alert').showModal()
}

byId('clock').append(icon('clock'))
byId('clock').addEventListener('click', () => void moveClock())
byId('start').addEventListener('click', () => void start())
byId('to-end').append(icon('down'))
byId('to-end').addEventListener('click', scrollToEnd)
let wasAtEnd = true
new ResizeObserver(() => wasAtEnd && scrollToEnd()).observe(history)
history.addEventListener('scroll', () => {
  wasAtEnd = isAtEnd()
  byId('to-end').hidden = wasAtEnd
})

theme.draw()
drawStatus()
