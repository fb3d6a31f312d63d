// `npm start` stopped by a supervisor: npm hands the signal to its shell, and the shell dies without a word to us.

import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

test('Khabar stops in good order when the shell that npm started it with is gone', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'khabar-npm-'))
  chmodSync(dataDir, 0o755)
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const script = `"${process.execPath}" bin/khabar.js start worker; true`
  const shell = spawn('/bin/sh', ['-c', script], {
    cwd: path.join(import.meta.dirname, '../..'),
    env: { ...process.env, npm_lifecycle_event: 'start', DATA_DIR: dataDir, DATABASE_URL: '', REDIS_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  shell.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
    if (said.endsWith('Ctrl-C stops.\n')) shell.kill('SIGTERM')
  })
  // The pipe is closed when the last that writes to it has ended.
  await new Promise((resolve) => void shell.stdout.once('close', resolve))
  expect(shell.signalCode).toBe('SIGTERM')
  expect(said).toContain('Stopping: what is in hand is finished first.')
})
