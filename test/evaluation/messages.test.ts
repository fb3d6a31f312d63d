// Random answers against the strict Bot API: a shorter run of `npm run eval -- messages`.

import { expect, test } from 'vitest'
import { scoreMessages } from '../../src/evaluation/messages.ts'

test('whatever an article holds, no answer is refused, none loses words or entities', async () => {
  const { figures, n } = await scoreMessages(500)
  expect(n).toMatch(/^500 answers in \d{3,} messages$/)
  expect(figures).toEqual({ refused: 0, 'too long': 0, 'entities lost': 0, 'words missing': 0 })
})
