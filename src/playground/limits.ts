// The real server's limits. Sources: core.telegram.org/bots/api and /bots/faq, and the open sources of the server and of TDLib.

/** Code points after cleaning, as TDLib counts them; entity offsets are UTF-16 units all the same. */
export const maxTextCharacters = 4096
export const maxCaptionCharacters = 1024

/** More entities than this are dropped without a word. */
export const maxEntities = 100

export const maxCallbackDataBytes = 64
export const maxCallbackAnswerCharacters = 200
export const maxKeyboardButtons = 100
export const maxInlineResults = 50
export const maxInlineOffsetBytes = 64

export const maxCommands = 100
export const maxCommandDescriptionCharacters = 256
export const maxBotNameCharacters = 64
export const maxDescriptionCharacters = 512
export const maxShortDescriptionCharacters = 120

/** A message older than this stays: deleting it is refused. */
export const deletableForSeconds = 48 * 3600

export const maxUpdatesPerPoll = 100
export const maxPollSeconds = 50

/** The real server keeps updates for a day; a number serves here. */
export const maxPendingUpdates = 10_000

export const defaultWebhookConnections = 40
export const maxWebhookConnections = 100
export const webhookTimeoutMs = 60_000
export const maxWebhookRetryMs = 60_000
export const maxRetryAfterSeconds = 3600

/** The largest file that a bot may send, with room for the form around it. */
export const maxBodyBytes = 51 * 1024 * 1024

/** Ours, not Telegram's: how much of the past is kept in memory. */
export const maxMessagesPerChat = 2000
export const maxRecordedCalls = 5000
export const maxStoredFiles = 50

/** "No more than 30 messages a second, one a second in one chat, 20 a minute in one group" (bots FAQ). */
export const messageRate = { perSecond: 30, perChatPerSecond: 1, perGroupPerMinute: 20 }

/** A bot may fetch no larger file. */
export const maxDownloadBytes = 20 * 1024 * 1024
