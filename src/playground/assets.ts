// The files of the chat page, read once. A fixed list: no path of a request ever reaches the disk.

import { readFile } from 'node:fs/promises'

export type Asset = { type: string; body: Buffer }

const types = { html: 'text/html', css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' }

const names = [
  ['/', 'index.html', types.html],
  ['/chat.css', 'chat.css', types.css],
  ['/chat.js', 'chat.js', types.js],
  ['/bubble.js', 'bubble.js', types.js],
  ['/command-menu.js', 'command-menu.js', types.js],
  ['/composer.js', 'composer.js', types.js],
  ['/dom.js', 'dom.js', types.js],
  ['/rich-text.js', 'rich-text.js', types.js],
  ['/theme.js', 'theme.js', types.js],
  ['/traffic.js', 'traffic.js', types.js],
  ['/words.js', 'words.js', types.js],
  ['/wallpaper.svg', 'wallpaper.svg', types.svg],
  ['/icon.svg', 'icon.svg', types.svg],
] as const

/** By path. */
export async function readAssets(): Promise<Map<string, Asset>> {
  const assets = names.map(async ([path, name, type]): Promise<[string, Asset]> => {
    const body = await readFile(new URL(`page/${name}`, import.meta.url))
    return [path, { type: `${type}; charset=utf-8`, body }]
  })
  return new Map(await Promise.all(assets))
}
