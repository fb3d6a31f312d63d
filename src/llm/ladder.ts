// What a model server can do, learnt from what it refuses: json_schema, else json_object, else plain text with the schema in words,
// and which parameters it takes. Learnt once and kept, so that one article pays for the lesson and not every one.

import type { Refusal } from './failure.ts'

type Mode = 'json_schema' | 'json_object' | 'text'

/** Grows downwards only, by what the server says. One for each server and model. */
export type Abilities = {
  mode: Mode
  tokenParameter: 'max_completion_tokens' | 'max_tokens'
  dropped: Set<string>
  /** Answers in a row that were not of the form although the server had taken the schema. */
  formless: number
}

export const newAbilities = (): Abilities => ({
  mode: 'json_schema',
  tokenParameter: 'max_completion_tokens',
  dropped: new Set(),
  formless: 0,
})

/** After so many answers that ignore the schema, a server is taken at its deeds and not at its word. */
const formlessMax = 3

/** Parameters that help where they are taken. Servers that don't know one refuse the whole request and name it. */
const optional: Readonly<Record<string, unknown>> = {
  temperature: 0.2,
  reasoning_effort: 'none',
  store: false,
}

export type Ask = {
  model: string
  system: string
  user: string
  /** What was answered before and what was wrong with it. */
  followUp: readonly { role: 'assistant' | 'user'; content: string }[]
  maxOutputTokens: number
  form: { name: string; schema: Record<string, unknown> }
}

/** The body of a request in the form that this server is known to take. */
export function requestBody(ask: Ask, { mode, tokenParameter, dropped }: Abilities) {
  const { form, system, user, followUp } = ask
  const inWords = `\n\nAnswer with one JSON object that conforms to this JSON Schema:\n${JSON.stringify(form.schema)}`
  const messages = [
    { role: 'system' as const, content: mode === 'json_schema' ? system : system + inWords },
    { role: 'user' as const, content: user },
    ...followUp,
  ]
  const formats = {
    json_schema: {
      response_format: {
        type: 'json_schema' as const,
        json_schema: { name: form.name, strict: true, schema: form.schema },
      },
    },
    json_object: { response_format: { type: 'json_object' as const } },
    text: {},
  }
  const parameters = Object.fromEntries(Object.entries(optional).filter(([name]) => !dropped.has(name)))
  return {
    model: ask.model,
    messages,
    [tokenParameter]: ask.maxOutputTokens,
    ...parameters,
    ...formats[mode],
  }
}

/** Statuses with which servers refuse a request for its form; some answer 500 or 501 to a schema that they cannot compile. */
const formStatuses = new Set([400, 404, 415, 422, 500, 501])
const formatWords =
  /response_format|json_schema|json_object|json_validate|schema|grammar|guided|structured|json mode|unavailable now/i

/** Learns from a refusal. True: the request has another form now, send it again. False: this was not about its form. */
export function stepDown(abilities: Abilities, { status, text }: Refusal): boolean {
  if (!formStatuses.has(status)) return false
  const named = Object.keys(optional).filter((name) => !abilities.dropped.has(name) && names(text, name))
  const swaps =
    /max_completion_tokens|max_tokens/.test(text) && !abilities.dropped.has(abilities.tokenParameter)
  if (swaps) {
    abilities.dropped.add(abilities.tokenParameter)
    abilities.tokenParameter =
      abilities.tokenParameter === 'max_tokens' ? 'max_completion_tokens' : 'max_tokens'
    if (abilities.dropped.has(abilities.tokenParameter)) return false
  }
  for (const name of named) abilities.dropped.add(name)
  if (swaps || named.length > 0) return true
  return status !== 404 && formatWords.test(text) && lowerMode(abilities, text)
}

const names = (text: string, parameter: string): boolean =>
  new RegExp(`(?<![\\w])${parameter}(?![\\w])`).test(text)

function lowerMode(abilities: Abilities, text: string): boolean {
  if (abilities.mode === 'text') return false
  // LM Studio takes a schema or nothing.
  const orNothing = /must be 'json_schema' or 'text'/.test(text)
  abilities.mode = abilities.mode === 'json_schema' && !orNothing ? 'json_object' : 'text'
  return true
}

/** Notes whether an answer had the form. A server that keeps ignoring the schema is not sent it again. */
export function noteForm(abilities: Abilities, hadForm: boolean): void {
  abilities.formless = hadForm ? 0 : abilities.formless + 1
  if (abilities.formless < formlessMax || abilities.mode !== 'json_schema') return
  abilities.mode = 'json_object'
  abilities.formless = 0
}
