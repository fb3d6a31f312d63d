// Where the embedded Postgres may not be: told at once, with the folder, the reason and the remedy.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { preparePlace } from '../../src/database/embedded/place.ts'
import { UsageError } from '../../src/errors.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'khabar-place-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = path.join(folder, 'file')
writeFileSync(file, '')

test.each([
  ['a file', file, 'a file of that name is in the way'],
  ['a folder in a file', path.join(file, 'data'), 'a part of that path is a file, not a folder'],
  ...(process.platform === 'linux'
    ? [['a file system of no files', '/proc/khabar', 'no folder can be made there']]
    : []),
])('DATA_DIR can not be %s', (_, dataDir = '', reason = '') => {
  expect(() => preparePlace(dataDir)).toThrow(UsageError)
  expect(() => preparePlace(dataDir)).toThrow(
    `The database can't be kept in DATA_DIR ${dataDir}: ${reason}. Set DATA_DIR`,
  )
})
