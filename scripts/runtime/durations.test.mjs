import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { secondsPerFile, secondsPerSpec, slowest } from './durations.mjs'
import { root } from './paths.mjs'

const specs = (...durations) =>
  durations.map((duration) => ({ tests: [{ results: [{ duration }] }] }))

describe('durations', () => {
  it('adds up the tests of a spec, also those in a described part', () => {
    const suites = [
      { file: 'a.spec.ts', specs: specs(500, 1_000), suites: [{ specs: specs(2_000) }] },
      { file: 'b.spec.ts', specs: [] },
    ]
    expect(secondsPerSpec(suites)).toEqual([
      { file: 'e2e/a.spec.ts', seconds: 3.5 },
      { file: 'e2e/b.spec.ts', seconds: 0 },
    ])
  })

  it('names a file by its place in the project', () => {
    expect(
      secondsPerFile([
        { name: join(root, 'lib', 'rules.test.ts'), startTime: 1_000, endTime: 1_250 },
      ]),
    ).toEqual([{ file: 'lib/rules.test.ts', seconds: 0.25 }])
  })

  it('puts the slowest first and leaves its list as it was', () => {
    const files = [1, 3, 2].map((seconds) => ({ file: `${seconds}`, seconds }))
    expect(slowest(files, 2).map(({ seconds }) => seconds)).toEqual([3, 2])
    expect(files.map(({ seconds }) => seconds)).toEqual([1, 3, 2])
  })
})
