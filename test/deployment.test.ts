// What is in compose.yaml, the Dockerfile and ops/ is what the program has: settings, duties, ports, metrics.

import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { secretVariables, variables } from '../src/config.ts'
import { createMetrics } from '../src/operations/metrics.ts'
import { addStored } from '../src/operations/stored-metrics.ts'
import { useApp } from './support/khabar.ts'

const root = path.join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const manifests = globSync('ops/kubernetes/*.yaml', { cwd: root })
const known = new Set([...Object.keys(variables), ...secretVariables.map((name) => `${name}_FILE`)])
const foreign = new Set([
  'POSTGRES_USER',
  'POSTGRES_DB',
  'POSTGRES_PASSWORD',
  'POSTGRES_INITDB_ARGS',
  'NODE_ENV',
])

test.each(['compose.yaml', 'Dockerfile', ...manifests])('%s sets what the program reads', (file) => {
  const named = Array.from(read(file).matchAll(/\b([A-Z]+(?:_[A-Z]+)+)(?=[:=])/g), (it) => it[1] ?? '')
  expect(named.filter((name) => !known.has(name) && !foreign.has(name))).toEqual([])
})

test('every process has a duty that there is', () => {
  const duties = ['compose.yaml', ...manifests].flatMap((file) =>
    Array.from(read(file).matchAll(/(?:command|args): \[start, (\w+)\]/g), (it) => it[1]),
  )
  expect(new Set(duties)).toEqual(new Set(['bot', 'worker', 'deliver']))
  const roles = /const roles = \{(.*?)\n\}/s.exec(read('src/commandline/start.ts'))?.[1] ?? ''
  for (const duty of duties) expect(roles).toContain(`${duty}: {`)
})

test('no process may become root, write to its root file system or gain rights', () => {
  for (const file of ['bot', 'worker', 'deliver'].map((it) => `ops/kubernetes/${it}.yaml`))
    for (const line of [
      'runAsNonRoot: true',
      'readOnlyRootFilesystem: true',
      'allowPrivilegeEscalation: false',
      'drop: [ALL]',
    ])
      expect(read(file)).toContain(line)
  expect(read('Dockerfile')).toMatch(/^USER node$/m)
  expect(read('compose.yaml')).toContain('read_only: true')
})

test('the image holds what the program needs and nothing else', () => {
  const taken = Array.from(read('.dockerignore').matchAll(/^!(.+)$/gm), (it) => it[1] ?? '')
  expect(taken.filter((it) => globSync(it, { cwd: root }).length === 0)).toEqual([])
  expect(taken).toEqual(
    expect.arrayContaining(['src', 'jobs', 'prompts', 'package.json', 'package-lock.json']),
  )
  expect(read('.dockerignore')).toMatch(/^\*$/m)
})

const Dashboard = z.object({
  panels: z.array(z.object({ title: z.string(), targets: z.array(z.object({ expr: z.string() })) })),
})

test('dashboard and alerts ask for metrics that there are', async () => {
  const app = await useApp()
  const { registry } = createMetrics()
  addStored(registry, { ...app, zone: 'UTC' })
  const names = (await registry.getMetricsAsJSON()).map((it) => it.name)
  const { panels } = Dashboard.parse(JSON.parse(read('ops/grafana/khabar.json')))
  const asked = [
    ...panels.flatMap((it) => it.targets.map(({ expr }) => expr)),
    read('ops/prometheus/khabar.rules.yaml'),
  ]
    .flatMap((text) => text.match(/\b(?:khabar|process|nodejs)_\w+/g) ?? [])
    .map((name) => name.replace(/_(?:bucket|count|sum)$/, ''))
  expect(panels.length).toBeGreaterThan(10)
  expect([...new Set(asked)].filter((name) => !names.includes(name))).toEqual([])
  // And every metric of ours is on the dashboard or behind an alert, but for the calls of the model, which its tokens tell of.
  const own = names.filter((name) => name.startsWith('khabar_') && name !== 'khabar_model_calls_today')
  expect(own.filter((name) => !asked.includes(name))).toEqual([])
})
