// Who the bot is: its name, descriptions and command menu, each in as many languages as it likes; and what it may ask about chats.

import {
  maxBotNameCharacters,
  maxCommandDescriptionCharacters,
  maxCommands,
  maxDescriptionCharacters,
  maxShortDescriptionCharacters,
} from './limits.ts'
import { isRecord, jsonOf, textOf, type Parameters } from './parameters.ts'
import { badRequest } from './refusal.ts'
import { characters } from './text.ts'
import type { World } from './world.ts'

export type Command = { command: string; description: string }

export type Profile = ReturnType<typeof createProfile>

export function createProfile(world: World) {
  const commands = new Map<string, Command[]>()
  const descriptions = described(world, 'description', maxDescriptionCharacters)
  const shortDescriptions = described(world, 'short_description', maxShortDescriptionCharacters)
  const names = described(world, 'name', maxBotNameCharacters)

  const setCommands = (parameters: Parameters, list: Command[]): true => {
    commands.set(commandKey(parameters), list)
    world.announce({ kind: 'profile' })
    return true
  }

  return {
    methods: {
      getme: () => world.me,
      setmycommands: (parameters: Parameters) => setCommands(parameters, readCommands(parameters)),
      deletemycommands: (parameters: Parameters) => setCommands(parameters, []),
      getmycommands: (parameters: Parameters) => commands.get(commandKey(parameters)) ?? [],
      setmydescription: descriptions.set,
      getmydescription: descriptions.get,
      setmyshortdescription: shortDescriptions.set,
      getmyshortdescription: shortDescriptions.get,
      setmyname: names.set,
      getmyname: names.get,
      setchatmenubutton: () => true,
      close: () => true,
      logout: () => true,
    },
    menu: (language: string) => menu(commands, language),
    description: descriptions.shown,
    name: (language: string) => names.shown(language) || world.me.first_name,
  }
}

/** The menu that a private chat shows: the narrower scope first; inside a scope the reader's language first. */
function menu(commands: Map<string, Command[]>, language: string): Command[] {
  for (const scope of ['all_private_chats', 'default'])
    for (const code of [language, '']) {
      const list = commands.get(`${scope}|${code}`)
      if (list && list.length > 0) return list
    }
  return []
}

function described(world: World, field: string, maxCharacters: number) {
  const texts = new Map<string, string>()
  return {
    set: (parameters: Parameters): true => {
      const text = textOf(parameters, field)
      if (characters(text) > maxCharacters) throw badRequest(`bot ${field.replace('_', ' ')} is too long`)
      texts.set(readLanguage(parameters), text)
      world.announce({ kind: 'profile' })
      return true
    },
    get: (parameters: Parameters): Record<string, string> => ({
      [field]: texts.get(readLanguage(parameters)) ?? '',
    }),
    /** What someone with that language sees: the text in it, or the one for everyone. */
    shown: (language: string): string => texts.get(language) || texts.get('') || '',
  }
}

function readCommands(parameters: Parameters): Command[] {
  const list = jsonOf(parameters, 'commands', 'list of bot commands')
  if (!Array.isArray(list)) throw badRequest('expected an Array of BotCommand')
  if (list.length > maxCommands) throw badRequest('BOT_COMMANDS_TOO_MUCH')
  return list.map((entry) => {
    if (!isRecord(entry)) throw badRequest('expected an Object as BotCommand')
    const command = textOf(entry, 'command').replace(/^\//, '')
    const description = textOf(entry, 'description').trim()
    if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID')
    if (description === '' || characters(description) > maxCommandDescriptionCharacters)
      throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID')
    return { command, description }
  })
}

function commandKey(parameters: Parameters): string {
  const scope = jsonOf(parameters, 'scope', 'BotCommandScope') ?? { type: 'default' }
  if (!isRecord(scope)) throw badRequest('BotCommandScope must be an Object')
  const parts = ['type', 'chat_id', 'user_id'].map((name) => textOf(scope, name)).filter(Boolean)
  return `${parts.join(':')}|${readLanguage(parameters)}`
}

function readLanguage(parameters: Parameters): string {
  const language = textOf(parameters, 'language_code')
  if (language !== '' && !/^[a-z]{2}$/.test(language)) throw badRequest('invalid language code specified')
  return language
}
