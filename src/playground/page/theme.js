// Light or dark: as the machine says, until somebody says otherwise here.

import { byId, icon } from './dom.js'

/** Wires the button up; `words()` are the page's in the language of the person one is. */
export function createTheme(words) {
  const draw = () => {
    const chosen = localStorage.getItem('theme')
    const dark = chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
    document.documentElement.dataset.theme = dark ? 'dark' : 'light'
    const button = byId('theme')
    const label = dark ? words().lightTheme : words().darkTheme
    button.replaceChildren(icon(dark ? 'sun' : 'moon'))
    button.title = label
    button.setAttribute('aria-label', label)
  }
  byId('theme').addEventListener('click', () => {
    const dark = document.documentElement.dataset.theme === 'dark'
    localStorage.setItem('theme', dark ? 'light' : 'dark')
    draw()
  })
  return { draw }
}
