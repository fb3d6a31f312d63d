// What the pages for people name is there: scripts, commands, files.

import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { chooseTasks } from '../src/evaluation/eval.ts'

const root = path.join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json')))
const commands = globSync('src/commandline/*.ts', { cwd: root }).flatMap((file) =>
  Array.from(read(file).matchAll(/name: '([\w-]+)',\s+usage/g), (it) => it[1] ?? ''),
)
const sayable = new Set([...commands, 'COMMAND', 'help'])
const isThere = (file: string) => [file, `${file}.ts`].some((it) => existsSync(path.join(root, it)))

describe.each(globSync(['*.md', 'docs/*.md', '.github/ISSUE_TEMPLATE/*.md'], { cwd: root }))('%s', (page) => {
  const text = read(page)
  const named = (pattern: RegExp) => [...new Set(Array.from(text.matchAll(pattern), (it) => it[1] ?? ''))]

  test('names scripts that there are', () => {
    expect(named(/npm run (?:-s )?([\w:]+)/g).filter((it) => !(it in scripts))).toEqual([])
  })

  test('names evaluations that there are', () => {
    const wanted = named(/npm run (?:-s )?eval -- ([a-z ]+)/g).flatMap((it) => it.trim().split(' '))
    expect(() => chooseTasks(wanted)).not.toThrow()
  })

  test('names commands that there are', () => {
    expect(commands.length).toBeGreaterThan(10)
    expect(named(/npx khabar ([\w-]+)/g).filter((it) => !sayable.has(it))).toEqual([])
  })

  test('names roles that there are', () => {
    const roles = /const roles = \{(.*?)\n\}/s.exec(read('src/commandline/start.ts'))?.[1] ?? ''
    expect(named(/npm start -- ([a-z]+)/g).filter((it) => !roles.includes(`${it}: {`))).toEqual([])
  })

  test('names benches that there are', () => {
    const benches = /const benches = \[(.*?)\]/s.exec(read('src/evaluation/bench.ts'))?.[1] ?? ''
    expect(named(/npm run bench -- ([a-z]+)/g).filter((it) => !benches.includes(`'${it}'`))).toEqual([])
  })

  test('links to pages that there are', () => {
    const folder = path.dirname(page)
    const linked = named(/\]\((?!https?:)([^)#]+)/g).filter((it) => !it.startsWith('mailto:'))
    expect(linked.filter((it) => !existsSync(path.join(root, folder, it)))).toEqual([])
  })

  test('names files that there are', () => {
    const files = named(/`((?:src|jobs|test|prompts|ops|docs)\/[\w./-]+?)`/g).filter(
      (it) => !it.includes('<'),
    )
    expect(files.filter((it) => !isThere(it))).toEqual([])
  })
})
