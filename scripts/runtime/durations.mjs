import { relative, sep } from 'node:path'
import { root } from './paths.mjs'

export const secondsPerFile = (testResults) =>
  testResults.map(({ name, startTime, endTime }) => ({
    file: relative(root, name).split(sep).join('/'),
    seconds: (endTime - startTime) / 1_000,
  }))

const testsOf = ({ specs = [], suites = [] }) => [
  ...specs.flatMap(({ tests }) => tests),
  ...suites.flatMap(testsOf),
]

export const secondsPerSpec = (suites) =>
  suites.map((suite) => ({
    file: `e2e/${suite.file}`,
    seconds:
      testsOf(suite)
        .flatMap(({ results }) => results)
        .reduce((total, { duration }) => total + duration, 0) / 1_000,
  }))

export const slowest = (files, count) =>
  files.toSorted((one, other) => other.seconds - one.seconds).slice(0, count)
