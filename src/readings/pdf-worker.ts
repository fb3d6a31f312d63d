// The text of a PDF, paragraph by paragraph as far as its lines tell, in a thread that may be stopped at any moment.

import { parentPort, workerData } from 'node:worker_threads'
import { extractText, getDocumentProxy } from 'unpdf'

/** No article has more. */
const pagesMax = 40

const bytes: unknown = workerData
if (!(bytes instanceof Uint8Array)) throw new TypeError('The bytes of a PDF are missing')
const document = await getDocumentProxy(new Uint8Array(bytes))
if (document.numPages > pagesMax) throw new RangeError('The PDF has too many pages')
const { text } = await extractText(document, { mergePages: false })
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
parentPort?.postMessage(text.join('\n'))
