// The bot's commands over the line one writes in: all of them from the button, the fitting ones while typing after a slash.

import { byId, element, icon } from './dom.js'

/**
 * @param commandsOf returns the commands of the bot for the person one is
 * @param onPick called with a command's name when it is chosen
 */
export function createCommandMenu(commandsOf, onPick) {
  const input = byId('input')
  const list = byId('commands')
  const button = byId('menu')
  let chosen = -1

  button.prepend(icon('menu'))

  const show = (commands, first) => {
    chosen = commands.length > 0 ? first : -1
    list.replaceChildren(...commands.map((command, index) => commandNode(command, index, onPick)))
    list.hidden = commands.length === 0
    button.setAttribute('aria-expanded', String(!list.hidden))
    mark()
  }

  const mark = () => {
    for (const [index, node] of [...list.children].entries())
      node.setAttribute('aria-selected', String(index === chosen))
    if (chosen < 0) return input.removeAttribute('aria-activedescendant')
    input.setAttribute('aria-activedescendant', `command-${chosen}`)
    list.children[chosen]?.scrollIntoView({ block: 'nearest' })
  }

  const hide = () => show([], -1)

  button.addEventListener('click', () => {
    if (list.hidden) show(commandsOf(), -1)
    else hide()
    input.focus()
  })

  return {
    hide,
    isOpen: () => !list.hidden,
    /** Offers what fits to what has been typed. */
    suggest: (typed) => {
      const [, start] = /^\/([a-z0-9_]*)$/.exec(typed) ?? []
      if (typeof start === 'string')
        show(
          commandsOf().filter(({ command }) => command.startsWith(start)),
          0,
        )
      else hide()
    },
    /** Moves the choice, around the ends. */
    move: (step) => {
      const count = list.children.length
      chosen = chosen < 0 && step < 0 ? count - 1 : (chosen + step + count) % count
      mark()
    },
    /** Chooses what is marked; false when nothing is. */
    pickChosen: () => {
      if (chosen < 0) return false
      list.children[chosen].click()
      return true
    },
    label: (words) => {
      byId('menu-label').textContent = words.menu
      byId('menu').setAttribute('aria-label', words.menu)
      list.setAttribute('aria-label', words.commands)
      button.hidden = commandsOf().length === 0
    },
  }
}

function commandNode({ command, description }, index, onPick) {
  return element(
    'li',
    { id: `command-${index}`, role: 'option', click: () => onPick(command) },
    element('span', { dir: 'auto' }, description),
    element('code', { dir: 'ltr' }, `/${command}`),
  )
}
