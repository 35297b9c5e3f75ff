import { EventEmitter } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { type Count, UsageCounter } from './usage-counter.ts'

const NOW = new Date('2026-10-05T12:00:00Z')
const headers = { 'user-agent': 'Mozilla/5.0 Firefox/140.0', 'x-forwarded-for': '203.0.113.9' }

function arrange(save?: (counts: readonly Count[]) => Promise<void>) {
  const saved: Count[][] = []
  const counter = new UsageCounter(
    save ?? ((counts) => Promise.resolve(void saved.push([...counts]))),
    () => NOW,
  )
  const read = (url: string, statusCode = 200) => {
    const outgoing = Object.assign(new EventEmitter(), { statusCode: 0 })
    counter.watch(
      { method: 'GET', url, headers } as unknown as IncomingMessage,
      outgoing as unknown as ServerResponse,
    )
    outgoing.statusCode = statusCode
    outgoing.emit('finish')
  }
  return { counter, saved, read }
}
const total = (counts: readonly Count[] = []) => counts.reduce((sum, { views }) => sum + views, 0)

describe('the counter', () => {
  it('adds up per day and page, and keeps nothing else', async () => {
    const { counter, saved, read } = arrange()
    for (const url of ['/initiatieven/a?q=geheim', '/en/initiatives/a', '/']) read(url)
    await counter.flush()
    await counter.flush()
    expect(saved).toEqual([
      [
        { day: '2026-10-05', kind: 'initiative', object: 'a', views: 2 },
        { day: '2026-10-05', kind: 'home', object: '', views: 1 },
      ],
    ])
  })

  it('counts what was shown, not what is missing, moved or broken', async () => {
    const { counter, saved, read } = arrange()
    for (const status of [404, 307, 500, 503]) read('/initiatieven/a', status)
    read('/initiatieven/a', 304)
    await counter.flush()
    expect(total(saved[0])).toBe(1)
  })

  it('does not lose what it cannot save', async () => {
    let isAway = true
    const saved: Count[][] = []
    const { counter, read } = arrange(async (counts) => {
      await Promise.resolve()
      if (isAway) throw new Error('away')
      saved.push([...counts])
    })
    read('/initiatieven/a')
    await counter.flush()
    read('/initiatieven/a')
    isAway = false
    await counter.stop()
    expect(saved).toEqual([[{ day: '2026-10-05', kind: 'initiative', object: 'a', views: 2 }]])
  })

  it('stays bounded, and then counts by kind', async () => {
    const { counter, saved, read } = arrange()
    for (let page = 0; page < 2_500; page += 1) read(`/initiatieven/p${page}`)
    await counter.flush()
    expect(saved[0]).toHaveLength(2_001)
    expect(total(saved[0])).toBe(2_500)
    expect(saved[0]?.at(-1)).toMatchObject({ object: '', views: 500 })
  })
})
