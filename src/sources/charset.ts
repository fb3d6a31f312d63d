// From bytes to text. Headers and pages lie about their charset, old Arabic files name none: valid UTF-8 is believed before anyone,
// and between the Arabic code pages the commonest words decide.

/** `charset` is the one that was used; undefined text: these bytes are no text (`binary` names what they look like). */
export type Decoded = { text: string; charset: string } | { binary: string }

/** Bytes that are looked at to tell a charset. */
const sampleBytes = 64 * 1024

/** Decodes bytes; `declared` is what a header or the document says, if anything. Never throws. */
export function decodeText(bytes: Uint8Array, declared?: string): Decoded {
  const marked = byMark(bytes)
  if (marked) return decoded(bytes, marked)
  const binary = binaryKind(bytes)
  const wide = binary === 'zeros' ? withoutMark(bytes) : undefined
  if (wide) return decoded(bytes, wide)
  if (binary !== undefined) return { binary: binary === 'zeros' ? 'binary data' : binary }
  const sample = bytes.subarray(0, sampleBytes)
  if (isMostlyUtf8(sample)) return decoded(bytes, 'utf-8')
  return decoded(bytes, singleByte(sample, declared))
}

/** The charset that an HTML or XML document names in its first 2 KB. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2_048))
  const xml = /^\s*<\?xml[^>]{0,200}\bencoding\s*=\s*["']([\w.:-]{2,40})["']/iu.exec(head)
  const meta = /<meta[^>]{0,200}\bcharset\s*=\s*["']?\s*([\w.:-]{2,40})/iu.exec(head)
  return (xml ?? meta)?.[1]
}

function decoded(bytes: Uint8Array, charset: string): { text: string; charset: string } {
  return { text: new TextDecoder(charset).decode(bytes), charset }
}

function byMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

const magic: readonly (readonly [string, string])[] = [
  ['%PDF', 'a PDF'],
  ['PK\u0003\u0004', 'a ZIP archive or an office document'],
  ['\u001f\u008b', 'gzip data'],
  ['\u0089PNG', 'an image'],
  ['\u00ff\u00d8\u00ff', 'an image'],
  ['GIF8', 'an image'],
  ['RIFF', 'sound or video'],
  ['ID3', 'sound'],
  ['\u007fELF', 'a program'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old office document'],
  ['7z\u00bc\u00af', 'an archive'],
  ['BZh', 'an archive'],
  ['\u00fd7zXZ', 'an archive'],
]

function binaryKind(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 8))
  const known = magic.find(([start]) => head.startsWith(start))
  if (known) return known[1]
  const sample = bytes.subarray(0, sampleBytes)
  let controls = 0
  for (const byte of sample) {
    if (byte === 0) return 'zeros'
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c) controls++
  }
  // Text has next to no control characters; random bytes have one in ten.
  return controls > 8 && controls / sample.length > 0.02 ? 'binary data' : undefined
}

/** UTF-16 without its mark: every second byte comes from a very small set (0 for Latin, 6 for Arabic). */
function withoutMark(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, sampleBytes)
  if (sample.length < 8 || sample.length % 2 !== 0) return undefined
  let even = 0
  let odd = 0
  for (const [at, byte] of sample.entries()) {
    if (byte !== 0 && byte !== 6 && byte !== 0x20) continue
    if (at % 2 === 0) even++
    else odd++
  }
  const half = sample.length / 2
  if (odd / half > 0.85 && even / half < 0.6) return 'utf-16le'
  return even / half > 0.85 && odd / half < 0.6 ? 'utf-16be' : undefined
}

/** Valid, or broken in a few places: a cut file or a stray byte does not make Arabic UTF-8 another charset. */
function isMostlyUtf8(sample: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(sample)
  const broken = text.match(/\ufffd/gu)?.length ?? 0
  if (broken === 0) return true
  const foreign = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0
  return foreign > 0 && broken / (foreign + broken) < 0.05
}

const arabicPages = ['windows-1256', 'iso-8859-6'] as const
const latin = /^(?:windows-1252|iso-8859-1|latin-?1|us-ascii|ascii|utf-?8)$/iu
/** Words that stand in any Arabic text of some length. */
const arabicWords =
  /(?<!\p{L})(?:في|من|على|إلى|الى|أن|ان|التي|الذي|عن|مع|هذا|هذه|كان|ما|لا|و|قال|بعد|ال\p{L}{2,})(?!\p{L})/gu

function singleByte(sample: Uint8Array, declared: string | undefined): string {
  const label = declared === undefined ? undefined : supported(declared)
  const scores = arabicPages.map((charset) => {
    const text = new TextDecoder(charset).decode(sample)
    return {
      charset,
      score: (text.match(arabicWords)?.length ?? 0) / Math.max(1, text.match(/\p{L}+/gu)?.length ?? 0),
    }
  })
  const best = scores.toSorted((a, b) => b.score - a.score)[0]
  // A page that names a charset of another script (Cyrillic, Chinese) knows it; a Latin name is what servers say by default.
  if (label !== undefined && !latin.test(label) && !arabicPages.some((page) => page === label)) return label
  if (best && best.score > 0.1) return best.charset
  return label !== undefined && !/^utf-?8$/iu.test(label) ? label : 'windows-1252'
}

/** The canonical name of a charset, or undefined for one that nobody knows. */
function supported(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
