import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))

const shared = {
  resolve: {
    alias: {
      '@': root.replace(/\/$/, ''),
      'server-only': `${root}node_modules/server-only/empty.js`,
    },
  },
}

const excluded = ['node_modules/**', '.next/**', '.data/**', '.runtime/**', 'e2e/**']

export default defineConfig({
  ...shared,
  test: {
    // A half-hour zone brings out code that mixes days and moments.
    env: { TZ: 'Australia/Adelaide', NODE_ENV: 'test', LOG_LEVEL: 'silent' },
    setupFiles: [`${root}scripts/runtime/property-tests.mjs`],
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          // next-intl names files of Next in a way that only a bundler finds.
          server: { deps: { inline: ['next-intl'] } },
          // Limits are for what hangs: ten times what the heaviest test needs on a busy machine.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          include: ['**/*.test.{ts,tsx,mjs}'],
          exclude: [...excluded, '**/*.integration.test.{ts,mjs}'],
        },
      },
      {
        ...shared,
        test: {
          name: 'integration',
          include: ['**/*.integration.test.{ts,mjs}'],
          exclude: excluded,
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
