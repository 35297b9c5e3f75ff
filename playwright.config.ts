import { defineConfig, devices } from '@playwright/test'

const { CHROME_PATH, E2E_ORIGIN, E2E_REPORT } = process.env
const root = process.getuid?.() === 0

export default defineConfig({
  testDir: 'e2e',
  outputDir: '.cache/e2e',
  fullyParallel: false,
  // One more than the cores: a test often waits for a mail, a pause or a start.
  workers: 3,
  forbidOnly: true,
  retries: 0,
  // For what hangs, not for what is slow: a busy machine takes ten times as long.
  timeout: 300_000,
  expect: { timeout: 45_000 },
  reporter: [
    ['list'],
    ...(E2E_REPORT === undefined ? [] : [['json', { outputFile: E2E_REPORT }] as const]),
  ],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: E2E_ORIGIN,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    launchOptions: {
      executablePath: CHROME_PATH,
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        ...(root ? ['--no-sandbox'] : []),
      ],
    },
    actionTimeout: 60_000,
    screenshot: 'only-on-failure',
  },
})
