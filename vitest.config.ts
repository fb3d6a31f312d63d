import { spawnSync } from 'node:child_process'
import { defineConfig } from 'vitest/config'

// Whoever has no Redis is told so in one line (see test/support/services.ts); in CI that is a failure.
const hasRedis = spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0

export default defineConfig({
  test: {
    globalSetup: ['test/support/services.ts'],
    // Tests start real processes and a real Postgres, on machines that may be busy.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'postgres',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**'],
          provide: { queueOn: 'postgres' },
        },
      },
      // The same tests once more, with the jobs in Redis.
      ...(hasRedis
        ? [
            {
              extends: true as const,
              test: {
                name: 'redis',
                include: ['test/jobs/*.test.ts', 'test/flows/{admin,digests}.test.ts'],
                provide: { queueOn: 'redis' as const },
              },
            },
          ]
        : []),
    ],
  },
})
