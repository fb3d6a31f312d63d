// `khabar statements`: who said what in a text. Stores nothing, and reads no settings.

import { z } from 'zod'
import { extractStatements } from '../statements/extract.ts'
import type { Statement } from '../statements/statement.ts'
import { type Reader, wantsLines } from './command.ts'
import { readArticles, reported, succeeded } from './inputs.ts'
import { answerLines, print } from './lines.ts'

const TextLine = z.object({ text: z.string('must be a string') })

export const statements: Reader = {
  name: 'statements',
  usage: 'PATH|URL|- [--json]   or   --jsonl < lines of {"id","text"}',
  options: { json: { type: 'boolean' }, jsonl: { type: 'boolean' } },
  run: async (words) => {
    if (wantsLines(words, statements))
      return answerLines(process.stdin, TextLine, (line) => ({
        statements: shown(extractStatements({ text: line.text })),
      }))
    const { articles, failed } = await readArticles(words, statements)
    const results = articles.map(({ title, text: body }, article) => ({
      title,
      text: body,
      statements: shown(extractStatements({ ...(title === '' ? {} : { title }), text: body })).map((it) => ({
        ...it,
        article,
      })),
    }))
    const all = results.flatMap((it) => it.statements)
    if (words.values['json'] === true)
      print({
        statements: all,
        articles: results.map(({ title, text: body }) => ({ title, text: body })),
        ...reported(failed),
      })
    else
      for (const it of all)
        print(`${it.person ?? (it.speaker || '?')} (${it.verb || it.verbClass}, ${it.form}): ${it.text}`)
    return succeeded(failed)
  },
}

/** The contract's fields alone: what stands around the words is for the chat. (JSON leaves an undefined field out.) */
const shown = (found: readonly Statement[]) => found.map((it) => ({ ...it, adjuncts: undefined }))
