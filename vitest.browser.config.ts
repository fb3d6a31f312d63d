import { defineConfig } from 'vitest/config'

// The playground in a real browser: `npm run test:browser`. Apart from the other tests, which need nothing installed.
export default defineConfig({
  test: {
    include: ['test/browser/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
})
