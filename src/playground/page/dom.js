// Builds the page's nodes. Text only ever enters as text nodes; nothing here, or elsewhere, parses markup.

/** An element with attributes and children; a null or false attribute is left out, a function is a listener. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue
    if (typeof value === 'function') made.addEventListener(key, value)
    else made.setAttribute(key, value === true ? '' : value)
  }
  made.append(...children.filter((child) => child !== null && child !== undefined))
  return made
}

export const byId = (id) => document.querySelector(`#${id}`)

const icons = {
  send: 'M3.4 20.4 21 12 3.4 3.6 3.4 10.1 15 12 3.4 13.9Z',
  close: 'M6 6 18 18M18 6 6 18',
  menu: 'M5 7H19M5 12H19M5 17H19',
  reply: 'M10 7V4L3 10.5 10 17V13.8C15 13.8 18.5 15.4 21 19 20 12 16.5 8 10 7Z',
  edit: 'M4 20 5 15.5 16.2 4.3A1.6 1.6 0 0 1 18.5 4.3L19.7 5.5A1.6 1.6 0 0 1 19.7 7.8L8.5 19 4 20Z',
  down: 'M6 9.5 12 15.5 18 9.5',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z',
  sun: 'M12 7.5A4.5 4.5 0 1 0 12 16.5 4.5 4.5 0 1 0 12 7.5ZM12 2V4M12 20V22M2 12H4M20 12H22M5 5 6.4 6.4M17.6 17.6 19 19M5 19 6.4 17.6M17.6 6.4 19 5',
  clock: 'M12 3.5A8.5 8.5 0 1 0 20.5 12M12 7.5V12L15 14M16.5 3.5 20.5 4 20 8M20.5 4 16.5 8',
  wire: 'M4 8H18M14 4 18 8 14 12M20 16H6M10 12 6 16 10 20',
  ticks: 'M1.5 12.5 6 17 14.5 8M9.5 15 11.5 17 20 8',
  link: 'M8 16 17 7M9.5 7H17V14.5',
  attach:
    'M19.5 11.5 12 19A4.6 4.6 0 0 1 5.4 12.4L13.2 4.6A3.1 3.1 0 0 1 17.6 9L10 16.6A1.5 1.5 0 0 1 7.8 14.4L14.8 7.4',
  file: 'M6 3H14L18.5 7.5V21H6ZM13.5 3V8H18.5M9 13H15M9 17H15',
}

/** A drawing of 24 by 24, filled when it is a solid shape. */
export function icon(name) {
  const namespace = 'http://www.w3.org/2000/svg'
  const drawing = document.createElementNS(namespace, 'svg')
  drawing.setAttribute('viewBox', '0 0 24 24')
  drawing.setAttribute('class', `icon ${name === 'send' || name === 'reply' ? 'solid' : 'stroke'}`)
  drawing.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(namespace, 'path')
  path.setAttribute('d', icons[name])
  drawing.append(path)
  return drawing
}
