import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { AppError } = await import('@/lib/base/runtime/errors')
const { deleteOldSubmissions, isRepeat, once, submissionOf, takeSubmission, withFile } =
  await import('./submission')
const { SUBMISSION_FIELD } = await import('./submission-key')

let actorId: string
let otherId: string

beforeAll(async () => {
  const people = await db.user.findMany({ select: { id: true }, orderBy: { id: 'asc' }, take: 2 })
  actorId = people[0]!.id
  otherId = people[1]!.id
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

function counted<T>(answer: () => T) {
  const write = {
    runs: 0,
    run: async () => {
      write.runs += 1
      await Promise.resolve()
      return answer()
    },
  }
  return write
}

describe('what tells one post from another', () => {
  it('is the key with everything that was typed, in any order', () => {
    expect(submissionOf('k', { a: '1', b: ['2', '3'] })).toBe(
      submissionOf('k', { b: ['2', '3'], a: '1' }),
    )
    expect(submissionOf('k', { a: '1' })).not.toBe(submissionOf('k', { a: '2' }))
    expect(submissionOf('k', { a: '1' })).not.toBe(submissionOf('l', { a: '1' }))
  })

  it('is nothing without a key, or with one that no page of ours made', () => {
    for (const key of [undefined, '', ['a', 'b'], 'x'.repeat(101)])
      expect(submissionOf(key, { a: '1' })).toBeNull()
  })

  it('is taken out of what was typed, which schemas then read', () => {
    const values = { [SUBMISSION_FIELD]: 'k', title: 'Een titel' }
    expect(takeSubmission(values)).toBe(submissionOf('k', { title: 'Een titel' }))
    expect(values).toEqual({ title: 'Een titel' })
  })

  it('tells files apart', () => {
    const one = withFile('d', new Uint8Array([1]))
    expect(one).not.toBe(withFile('d', new Uint8Array([2])))
    expect(one).toBe(withFile('d', new Uint8Array([1])))
    expect(withFile(null, new Uint8Array([1]))).toBeNull()
  })
})

describe('a write', () => {
  it('runs once for two posts at the same moment, and both get its answer', async () => {
    const write = counted(() => ({ id: crypto.randomUUID() }))
    const [first, second, third] = await Promise.all(
      [1, 2, 3].map(() => once({ actorId, submission: 'at-once' }, write.run)),
    )
    expect(write.runs).toBe(1)
    expect(second).toEqual(first)
    expect(third).toEqual(first)
    expect(await once({ actorId, submission: 'at-once' }, write.run)).toEqual(first)
    expect(await isRepeat({ actorId, submission: 'at-once' })).toBe(true)
  })

  it('gives nothing and null back as they are', async () => {
    const write = counted<unknown>(() => null)
    expect(await once({ actorId, submission: 'null' }, write.run)).toBeNull()
    expect(await once({ actorId, submission: 'null' }, write.run)).toBeNull()
    expect(write.runs).toBe(1)
    expect(await once({ actorId, submission: 'nothing' }, () => Promise.resolve())).toBeUndefined()
    expect(await once({ actorId, submission: 'nothing' }, () => Promise.resolve())).toBeUndefined()
  })

  it('runs for each person, each form, and each time without a form', async () => {
    const write = counted(() => 'done')
    await once({ actorId, submission: 'shared' }, write.run)
    await once({ actorId: otherId, submission: 'shared' }, write.run)
    await once({ actorId, submission: 'another' }, write.run)
    await once({ actorId }, write.run)
    await once({ actorId, submission: null }, write.run)
    expect(write.runs).toBe(5)
    expect(await isRepeat({ actorId, submission: null })).toBe(false)
  })

  it('that failed or was refused is tried again', async () => {
    const answers = ['full', 'saved']
    const write = counted(() => answers.shift() ?? 'too often')
    expect(await once({ actorId, submission: 'refused' }, write.run, { refusals: ['full'] })).toBe(
      'full',
    )
    expect(await isRepeat({ actorId, submission: 'refused' })).toBe(false)
    expect(await once({ actorId, submission: 'refused' }, write.run, { refusals: ['full'] })).toBe(
      'saved',
    )
    const fails = counted(() => {
      throw new AppError('WRONG_STATE')
    })
    await expect(once({ actorId, submission: 'failed' }, fails.run)).rejects.toThrow('WRONG_STATE')
    expect(await once({ actorId, submission: 'failed' }, write.run)).toBe('too often')
  })
})

describe('keys of old pages', () => {
  it('go after two days', async () => {
    await db.formSubmission.deleteMany()
    await once({ actorId, submission: 'old' }, () => Promise.resolve('x'))
    const now = new Date()
    expect(await deleteOldSubmissions(new Date(now.getTime() + 47 * 3_600_000), 2)).toBe(0)
    expect(await deleteOldSubmissions(new Date(now.getTime() + 49 * 3_600_000), 2)).toBe(1)
  })
})
