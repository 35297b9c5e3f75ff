import { describe, expect, it } from 'vitest'
import { keepRunning, WAITS_MS, WELL_AFTER_MS } from './keep-running.mjs'

function world({ failing = 0 } = {}) {
  let time = 0
  let failures = failing
  const said = []
  const waited = []
  const runs = []
  const run = () => {
    const { promise, resolve } = Promise.withResolvers()
    runs.push({ gone: promise, end: resolve })
    return runs.at(-1)
  }
  const supervisor = keepRunning({
    running: run(),
    start: async () => {
      if (failures > 0) {
        failures -= 1
        throw new Error('does not start')
      }
      return run()
    },
    onLost: () => said.push('lost'),
    onBack: () => said.push('back'),
    wait: async (milliseconds) => void waited.push(milliseconds),
    now: () => time,
  })
  return {
    supervisor,
    said,
    waited,
    runs,
    async endAfter(milliseconds) {
      // Lets the clock be read first, and the end be handled afterwards.
      await new Promise(setImmediate)
      time += milliseconds
      runs.at(-1).end()
      await new Promise(setImmediate)
    },
  }
}

describe('what is kept running', () => {
  it('is started again when it ends, and says so', async () => {
    const { endAfter, said, runs } = world()
    await endAfter(WELL_AFTER_MS)
    expect(said).toEqual(['lost', 'back'])
    expect(runs).toHaveLength(2)
  })

  it('waits longer after each end that follows soon, and begins anew when it was well in between', async () => {
    const { endAfter, waited } = world()
    for (let n = 0; n < 3; n += 1) await endAfter(1_000)
    expect(waited).toEqual(WAITS_MS.slice(0, 3))
    await endAfter(WELL_AFTER_MS)
    expect(waited.at(-1)).toBe(WAITS_MS[0])
  })

  it('is tried again when it does not start at once', async () => {
    const { endAfter, said, waited } = world({ failing: 2 })
    await endAfter(WELL_AFTER_MS)
    expect(waited).toEqual(WAITS_MS.slice(0, 3))
    expect(said).toEqual(['lost', 'back'])
  })

  it('is given up when it ends again and again', async () => {
    const { supervisor, endAfter, runs } = world()
    for (let n = 0; n <= WAITS_MS.length; n += 1) await endAfter(1_000)
    expect(await supervisor.givenUp).toBeNull()
    expect(runs).toHaveLength(WAITS_MS.length + 1)
  })

  it('is given up when it never starts, with the reason', async () => {
    const { supervisor, endAfter } = world({ failing: 100 })
    await endAfter(1_000)
    expect(await supervisor.givenUp).toMatchObject({ message: 'does not start' })
  })

  it('is left alone when it was stopped', async () => {
    const { supervisor, endAfter, said, runs } = world()
    supervisor.stop()
    await endAfter(1_000)
    expect(said).toEqual([])
    expect(runs).toHaveLength(1)
  })
})
