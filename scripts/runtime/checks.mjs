import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot } from './paths.mjs'
import { run } from './processes.mjs'
import { secondsPerFile, secondsPerSpec } from './durations.mjs'
import { lackingTests } from './lacking.mjs'

const REPORTS = inRoot('.cache', 'reports')

export function prepareReports() {
  rmSync(REPORTS, { recursive: true, force: true })
  mkdirSync(REPORTS, { recursive: true })
}

const report = (name) => join(REPORTS, `${name}.json`)
const read = (name) => JSON.parse(readFileSync(report(name), 'utf8'))

export async function check(command, args, env = {}) {
  const { code, output } = await run(command, args, {
    stdio: 'pipe',
    env: { ...process.env, ...env },
  })
  return {
    passed: code === 0 ? 1 : 0,
    failed: code === 0 ? 0 : 1,
    output: code === 0 ? '' : output,
  }
}

const TOOL = (path) => `node_modules/${path}`

export const lint = () =>
  check(process.execPath, [
    TOOL('eslint/bin/eslint.js'),
    '.',
    '--max-warnings',
    '0',
    '--cache',
    '--cache-location',
    '.cache/eslint',
  ])
export const format = () =>
  check(process.execPath, [
    TOOL('prettier/bin/prettier.cjs'),
    '--check',
    '.',
    '--log-level',
    'warn',
    '--cache',
    '--cache-location',
    '.cache/prettier',
  ])
export const types = () =>
  check(process.execPath, [
    TOOL('typescript/bin/tsc'),
    '--noEmit',
    '--incremental',
    '--tsBuildInfoFile',
    '.cache/types.tsbuildinfo',
  ])
export const unused = () => check(process.execPath, [TOOL('knip/bin/knip.js'), '--no-progress'])
export const structure = () => check(process.execPath, ['scripts/check-structure.mjs'])

export async function vitest(project, env = {}) {
  const args = [
    TOOL('vitest/vitest.mjs'),
    'run',
    '--project',
    project,
    '--reporter',
    'json',
    '--outputFile',
    report(project),
  ]
  const { code, output } = await run(process.execPath, args, {
    stdio: 'pipe',
    env: { ...process.env, ...env },
  })
  try {
    const { numPassedTests, numFailedTests, testResults } = read(project)
    const broken = testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    )
    const failures = testResults.flatMap((file) => [
      ...file.assertionResults
        .filter((test) => test.status === 'failed')
        .map(
          (test) =>
            `${file.name}\n  ${test.fullName}\n  ${test.failureMessages.join('\n').slice(0, 2_000)}`,
        ),
      ...(broken.includes(file) ? [`${file.name}\n  ${file.message}`] : []),
    ])
    // A failed run without a failed test, such as an unhandled error, fails too.
    const failed = numFailedTests + broken.length
    return {
      passed: numPassedTests,
      failed: failed === 0 && code !== 0 ? 1 : failed,
      output: failures.join('\n\n') || (code === 0 ? '' : output),
      files: secondsPerFile(testResults),
    }
  } catch {
    return { passed: 0, failed: 1, output }
  }
}

export async function playwright(env) {
  const args = [
    TOOL('@playwright/test/cli.js'),
    'test',
    ...(process.env.E2E_ONLY ? [process.env.E2E_ONLY] : []),
  ]
  const { code, output } = await run(process.execPath, args, {
    stdio: 'pipe',
    env: { ...process.env, ...env, E2E_REPORT: report('e2e') },
  })
  try {
    const { stats, errors, suites } = read('e2e')
    const lacking = lackingTests(suites)
    const skipped = stats.skipped - lacking.length
    const failed = stats.unexpected + stats.flaky + skipped + errors.length
    return {
      lacking,
      passed: stats.expected,
      failed: failed === 0 && code !== 0 ? 1 : failed,
      output: failed > 0 || code !== 0 ? output : '',
      files: secondsPerSpec(suites),
    }
  } catch {
    return { passed: 0, failed: 1, output }
  }
}
