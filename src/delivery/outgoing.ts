// A reply as Telegram's sendMessage takes it: one message or several, the buttons under the last.

import type { MessageEntity } from 'telegraf/types'
import type { Button, Reply } from '../answers/reply.ts'
import type { Language } from '../language/script.ts'
import { compose, type Entity } from '../texts/message.ts'
import { splitMessage } from './split.ts'

type Keyboard = {
  inline_keyboard: ({ text: string; url: string } | { text: string; callback_data: string })[][]
}

export type Outgoing = {
  text: string
  extra: {
    entities: MessageEntity[]
    link_preview_options: { is_disabled: true }
    reply_markup?: Keyboard
  }
}

export function outgoing({ lines, buttons }: Reply, language: Language): Outgoing[] {
  const parts = splitMessage(compose(lines, language))
  return parts.map(({ text, entities }, index) => ({
    text,
    extra: {
      entities: entities.map(asTelegram),
      link_preview_options: { is_disabled: true },
      ...(index === parts.length - 1 && buttons.length > 0
        ? { reply_markup: keyboard(buttons, language) }
        : {}),
    },
  }))
}

// @ts-expect-error -- telegraf's types end before the quotation that unfolds (Bot API 7.4), its code passes everything on
const asTelegram = (entity: Entity): MessageEntity => entity

/** Buttons are laid out left to right on every screen: in Arabic the first one, the main action, has to come last. */
export function keyboard(rows: readonly Button[][], language: Language): Keyboard {
  return {
    inline_keyboard: rows.map((row) =>
      (language === 'ar' ? row.toReversed() : row).map((button) =>
        'url' in button
          ? { text: button.text, url: button.url }
          : { text: button.text, callback_data: button.data },
      ),
    ),
  }
}
