// Text that Postgres keeps.

/** Without NUL and half a surrogate pair: Postgres refuses both, in texts and in JSON, and with them the row. */
export const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '')
