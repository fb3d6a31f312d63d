// jobs → src → prompts. Nothing looks back; only stores speak SQL; nobody imports the composition root.

import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '..')
const order = ['test', 'jobs', 'src', 'prompts']
const files = globSync('{jobs,src,prompts}/**/*.ts', { cwd: root }).map((file) => ({
  file,
  text: readFileSync(path.join(root, file), 'utf8'),
}))
const imports = files.map(({ file, text }) => ({
  file,
  to: Array.from(text.matchAll(/(?:from|import\()\s*'(\..+?)'/g), (match) =>
    path.join(path.dirname(file), match[1] ?? ''),
  ),
}))

const rank = (file: string) => order.indexOf(file.split('/')[0] ?? '')
const compositionRoot = 'src/main.ts'

test('there is something to look at', () => {
  expect(imports.length).toBeGreaterThan(50)
  expect(imports.flatMap((it) => it.to).length).toBeGreaterThan(100)
})

test('a folder imports only itself and what comes after it', () => {
  const wrong = imports
    .filter(({ file }) => file !== compositionRoot)
    .flatMap(({ file, to }) => to.filter((it) => rank(it) < rank(file)).map((it) => `${file} → ${it}`))
  expect(wrong).toEqual([])
})

test('nobody imports the composition root', () => {
  expect(imports.filter(({ to }) => to.includes(compositionRoot)).map((it) => it.file)).toEqual([])
})

test('only stores, migrations and the database folder speak SQL', () => {
  const wrong = files.filter(
    ({ file, text }) =>
      /\b(?:many|first)\(\w+\)`|(?<!`)\bwrite`|\.query\(/.test(text) &&
      !/(?:\/store\.ts|^src\/database\/|^src\/queue\.ts)/.test(file),
  )
  expect(wrong.map(({ file }) => file)).toEqual([])
})

test('no room is called by a kind of code', () => {
  const forbidden = /(?:^|\/)(?:utils?|helpers?|services?|common|types|index|misc|shared)(?:\.ts|\/)/
  expect(files.filter(({ file }) => forbidden.test(file)).map(({ file }) => file)).toEqual([])
})

test('every module says in its first line what it is for', () => {
  expect(files.filter(({ text }) => !/^\/\/ \S/.test(text)).map(({ file }) => file)).toEqual([])
})
