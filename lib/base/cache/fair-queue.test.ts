import { afterEach, describe, expect, it, vi } from 'vitest'
import { createFairQueue, type Turn } from './fair-queue'

afterEach(() => void vi.useRealTimers())

function desk(options: Partial<Parameters<typeof createFairQueue>[0]> = {}) {
  const enter = createFairQueue({
    atOnce: 2,
    perPerson: { running: 1, waiting: 2 },
    waiting: 5,
    patienceMs: 60_000,
    ...options,
  })
  const started: string[] = []
  const endings = new Map<string, (failure?: Error) => void>()
  const ask = (person: string, name: string): Promise<Turn<string>> =>
    enter(
      person,
      () =>
        new Promise((resolve, reject) => {
          started.push(name)
          endings.set(name, (failure) => (failure ? reject(failure) : resolve(name)))
        }),
    )
  const end = async (name: string, failure?: Error) => {
    endings.get(name)?.(failure)
    for (let n = 0; n < 5; n += 1) await Promise.resolve()
  }
  return { ask, end, started }
}
const settle = async () => {
  for (let n = 0; n < 5; n += 1) await Promise.resolve()
}

describe('a queue in which people take turns', () => {
  it('refuses what one person asks too much, and keeps a place for the next', async () => {
    const { ask, started } = desk()
    const asked = Array.from({ length: 16 }, (_, n) => ask('a', `a${String(n)}`))
    const refused = await Promise.all(asked.slice(3))
    expect(new Set(refused.map(({ kind }) => kind))).toEqual(new Set(['personBusy']))
    void ask('b', 'b0')
    await settle()
    expect(started).toEqual(['a0', 'b0'])
  })

  it('takes people in turn, not by who asked most', async () => {
    const { ask, end, started } = desk({ atOnce: 1 })
    for (const name of ['a0', 'a1', 'a2', 'b0', 'b1', 'c0']) void ask(name.slice(0, 1), name)
    await settle()
    for (const name of ['a0', 'a1', 'b0', 'c0', 'a2', 'b1']) await end(name)
    expect(started).toEqual(['a0', 'a1', 'b0', 'c0', 'a2', 'b1'])
  })

  it('refuses everybody when it is full, and takes them again when it is not', async () => {
    const { ask, end } = desk({ atOnce: 1, waiting: 2 })
    for (const person of ['a', 'b', 'c']) void ask(person, person)
    expect(await ask('d', 'd')).toEqual({ kind: 'full' })
    await end('a')
    void ask('d', 'd')
    await end('b')
    await end('c')
    const last = ask('e', 'e')
    await end('d')
    await end('e')
    expect(await last).toEqual({ kind: 'done', value: 'e' })
  })

  it('tells who waits too long, and does not come back to them', async () => {
    vi.useFakeTimers()
    const { ask, end, started } = desk({ atOnce: 1, patienceMs: 1_000 })
    void ask('a', 'a0')
    const waiting = ask('b', 'b0')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await waiting).toEqual({ kind: 'waitedTooLong' })
    await end('a0')
    expect(started).toEqual(['a0'])
  })

  it('goes on after work that failed', async () => {
    const { ask, end, started } = desk({ atOnce: 1 })
    const failing = ask('a', 'a0')
    void ask('a', 'a1')
    await settle()
    await end('a0', new Error('no'))
    await expect(failing).rejects.toThrow('no')
    expect(started).toEqual(['a0', 'a1'])
  })
})
