import { expect, test } from 'vitest'

import { declaredCharset, decodeText } from '../../src/sources/charset.ts'

const text =
  'قال الوزير هيثم الوراق إن الميناء سيفتح في موعده، وأضاف أن السفن التي كانت تنتظر على الأرصفة ستغادر.'

/** Bytes of a text in a single-byte code page, by asking the decoder what each byte means. */
function encoded(words: string, charset: string): Buffer {
  const table = new Map<string, number>()
  for (let byte = 255; byte >= 0; byte--)
    table.set(new TextDecoder(charset).decode(Uint8Array.of(byte)), byte)
  return Buffer.from(words.split('').map((letter) => table.get(letter) ?? 63))
}

test.each(['windows-1256', 'iso-8859-6'])('Arabic in %s is known by its words', (charset) => {
  expect(decodeText(encoded(text, charset))).toEqual({ text, charset })
})

test.each(['windows-1256', 'iso-8859-6'])('and whatever its server says of it: %s', (charset) => {
  for (const lie of ['utf-8', 'iso-8859-1', 'windows-1252', 'windows-1256', 'iso-8859-6', 'nonsense']) {
    expect(decodeText(encoded(text, charset), lie)).toEqual({ text, charset })
  }
})

test('valid UTF-8 is UTF-8, whatever is declared', () => {
  expect(decodeText(Buffer.from(text), 'windows-1256')).toEqual({ text, charset: 'utf-8' })
})

test('UTF-8 that was cut in the middle of a letter is still UTF-8', () => {
  const decoded = decodeText(Buffer.from(text).subarray(0, -2))
  expect(decoded).toMatchObject({ charset: 'utf-8' })
})

test('UTF-16 is read with and without its mark, in both orders', () => {
  const little = Buffer.from(text, 'utf16le')
  const big = Buffer.from(little).swap16()
  expect(decodeText(little)).toEqual({ text, charset: 'utf-16le' })
  expect(decodeText(big)).toEqual({ text, charset: 'utf-16be' })
  expect(decodeText(Buffer.concat([Buffer.from([0xff, 0xfe]), little]))).toEqual({
    text,
    charset: 'utf-16le',
  })
})

test('Western and Cyrillic pages are read as they say, Western ones even where they say nothing', () => {
  const western = 'Le ministre a déclaré que le port serait ouvert à l’été.'
  expect(decodeText(encoded(western, 'windows-1252'))).toMatchObject({ text: western })
  const cyrillic = 'Порт откроется в срок.'
  expect(decodeText(encoded(cyrillic, 'koi8-r'), 'koi8-r')).toEqual({ text: cyrillic, charset: 'koi8-r' })
})

test.each([
  [Buffer.from('%PDF-1.7 …'), 'a PDF'],
  [Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 'a ZIP archive or an office document'],
  [Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), 'an image'],
  [Buffer.from(Array.from({ length: 400 }, (_, index) => (index * 73) % 256)), 'binary data'],
])('bytes that are no text say what they are', (bytes, kind) => {
  expect(decodeText(bytes)).toEqual({ binary: kind })
})

test('a document names its charset in its first lines', () => {
  expect(declaredCharset(Buffer.from('<?xml version="1.0" encoding="windows-1256"?><rss/>'))).toBe(
    'windows-1256',
  )
  expect(declaredCharset(Buffer.from('<html><head><meta charset=ISO-8859-6>'))).toBe('ISO-8859-6')
  expect(
    declaredCharset(
      Buffer.from('<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">'),
    ),
  ).toBe('windows-1256')
  expect(declaredCharset(Buffer.from('no markup'))).toBeUndefined()
})
