import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from './console.mjs'

/** The headless shell first: the same engine without a window, for a quarter less time. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge',
]

const PLACES = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .flatMap((base) => [
      join(base, 'Google/Chrome/Application/chrome.exe'),
      join(base, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
}

/** Browser tests are never skipped silently, so a missing browser is an error. */
export function findBrowser() {
  const given = process.env.CHROME_PATH
  if (given) {
    if (existsSync(given)) return given
    throw new Problem(
      `CHROME_PATH wijst naar ${given}, maar daar staat niets.`,
      'Verbeter CHROME_PATH of haal hem weg.',
    )
  }
  const found = (PLACES[process.platform] ?? []).find((path) => existsSync(path))
  if (found) return found
  for (const name of NAMES) {
    try {
      return execFileSync(process.platform === 'win32' ? 'where' : 'which', [name], {
        stdio: 'pipe',
      })
        .toString()
        .split('\n')[0]
        .trim()
    } catch {
      continue
    }
  }
  throw new Problem(
    'Er is geen Chromium of Chrome gevonden voor de browsertests.',
    'Installeer Chrome of Chromium (op Debian: apt-get install chromium-headless-shell), of zet CHROME_PATH naar het programma.',
  )
}
