import { createServer, type AddressInfo } from 'node:net'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { followChanges } from './content-changes.ts'

const database = await createTestDatabase({ seeded: true })
const client = new Client({ connectionString: database.url })

beforeAll(() => client.connect())
afterAll(async () => {
  await client.end()
  await database.drop()
})

function listener() {
  const events: unknown[] = []
  return {
    events,
    setConnected: (connected: boolean) => void events.push(connected),
    invalidate: () => void events.push('invalidate'),
  }
}

describe('what the database tells', () => {
  it('is heard as soon as it can be, and each change after that, whoever makes it', async () => {
    const [first, second] = [listener(), listener()]
    const stop = followChanges(database.url, [first, second])
    await vi.waitFor(() => expect(first.events).toEqual([true]), 60_000)
    await client.query('UPDATE region SET name = name')
    await vi.waitFor(() => expect(first.events).toEqual([true, 'invalidate']), 60_000)
    expect(second.events).toEqual(first.events)
    stop()
    await vi.waitFor(() => expect(first.events).toEqual([true, 'invalidate', false]), 60_000)
  })

  it('is heard again after the line was cut, and nothing is trusted in between', async () => {
    const follower = listener()
    const stop = followChanges(database.url, [follower])
    await vi.waitFor(() => expect(follower.events).toEqual([true]), 60_000)
    await client.query(
      `
      SELECT pg_terminate_backend(pid)
      FROM pg_stat_activity
      WHERE application_name = 'content-changes'
        AND datname = current_database()
    `,
    )
    await vi.waitFor(() => expect(follower.events).toEqual([true, false, true]), 60_000)
    await client.query('UPDATE region SET name = name')
    await vi.waitFor(
      () => expect(follower.events).toEqual([true, false, true, 'invalidate']),
      60_000,
    )
    stop()
  })

  it('is tried again while there is nobody to hear', async () => {
    let asked = 0
    const nobody = createServer((socket) => {
      asked += 1
      socket.destroy()
    })
    await new Promise<void>((resolve) => nobody.listen(0, '127.0.0.1', resolve))
    const follower = listener()
    const stop = followChanges(
      `postgresql://nobody@127.0.0.1:${(nobody.address() as AddressInfo).port}/nothing`,
      [follower],
    )
    await vi.waitFor(() => expect(asked).toBeGreaterThan(1), 60_000)
    expect(follower.events).not.toContain(true)
    stop()
    nobody.close()
  })
})
