// What others' code comes with ours: pinned to the letter, with hashes, under licences that ask for nothing but a notice.

import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'

const root = path.join(import.meta.dirname, '..')
const json = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), 'utf8'))
const Versions = z.record(z.string(), z.string()).default({})
const own = z
  .looseObject({ dependencies: Versions, devDependencies: Versions, optionalDependencies: Versions })
  .parse(json('package.json'))
const Locked = z.looseObject({
  version: z.string().optional(),
  integrity: z.string().optional(),
  dev: z.boolean().default(false),
  license: z.string().optional(),
})
const { packages } = z
  .looseObject({ packages: z.record(z.string(), Locked) })
  .parse(json('package-lock.json'))
const others = Object.entries(packages).filter(([place]) => place !== '')
const permissive = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
])

/** The lockfile says it of most; the package itself of all that are installed. */
function licenceOf(place: string, said: string | undefined): string | undefined {
  if (said !== undefined || !existsSync(path.join(root, place))) return said
  return z.looseObject({ license: z.string().optional() }).parse(json(`${place}/package.json`)).license
}

test('every dependency is pinned exactly', () => {
  const all = { ...own.dependencies, ...own.devDependencies, ...own.optionalDependencies }
  expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual(
    [],
  )
})

test('every package has a hash that its content is held against', () => {
  expect(others.length).toBeGreaterThan(100)
  expect(
    others.filter(([, it]) => !(it.integrity ?? '').startsWith('sha512-')).map(([place]) => place),
  ).toEqual([])
})

test('what runs with Khabar is under a permissive licence', () => {
  const running = others.filter(([, it]) => !it.dev)
  const asking = running.map(([place, it]) => [place, licenceOf(place, it.license)] as const)
  // What is for other platforms is not installed here, and the lockfile tells its licence.
  expect(asking.filter(([, licence]) => licence !== undefined && !permissive.has(licence))).toEqual([])
  expect(asking.filter(([, licence]) => licence === undefined)).toEqual([])
})
