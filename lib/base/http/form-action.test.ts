import { beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { formOf } from '@/lib/base/testing/next-request'
import { SUBMISSION_FIELD } from './submission-key'

const shown = vi.hoisted((): string[] => [])
const request = vi.hoisted(() => import('@/lib/base/testing/next-request'))
vi.mock('next/headers', async () => (await request).nextHeaders)
vi.mock('next/cache', () => ({
  refresh: () => void shown.push('page'),
  updateTag: () => void shown.push('content'),
  unstable_cache: <Fn>(read: Fn) => read,
}))

vi.mock('@/lib/base/db/db', () => ({
  db: { formSubmission: { count: () => Promise.resolve(1) } },
}))

process.env.DATABASE_URL = 'postgresql://not-used.test/'
const { runForm } = await import('./form-action')

beforeEach(() => {
  shown.length = 0
})

const actor = { userId: '7d2a4c8e-3f0b-4a52-9f0e-0c6b1d0a5e11' }
const target = { id: 'lamp', owner: actor.userId }
const rules = {
  actor: () => Promise.resolve(actor),
  load: ({ id }: Record<string, unknown>) => Promise.resolve(id === target.id ? target : null),
  can: (asking: typeof actor, { owner }: typeof target) => owner === asking.userId,
  schema: z.strictObject({ id: z.string(), name: z.string().min(1, 'required') }),
  file: 'source',
}
const form = (fields: Record<string, string>, file?: File) => {
  const filled = formOf(fields)
  if (file) filled.set('source', file)
  return filled
}
const nothing = () => Promise.resolve(null)
const text = (name: string) => new File(['%PDF-1.7 a'], name)

describe('runForm', () => {
  it('refuses a stranger before it says anything of the fields', async () => {
    const denied = { status: 'error', code: 'NOT_FOUND' }
    const stranger = { ...rules, can: () => false }
    expect(await runForm(form({ id: 'lamp', name: '' }), stranger, nothing)).toMatchObject(denied)
    expect(await runForm(form({ id: 'desk', name: '' }), rules, nothing)).toMatchObject(denied)
  })

  it('gives what was typed back with the field errors, and asks for the file again', async () => {
    const values = { id: 'lamp', name: '' }
    const refused = { status: 'invalid', values }
    expect(await runForm(form(values), rules, nothing)).toMatchObject({
      ...refused,
      fieldErrors: { name: ['required'] },
    })
    expect(await runForm(form(values, text('a.pdf')), rules, nothing)).toMatchObject({
      ...refused,
      fieldErrors: { name: ['required'], source: ['fileAgain'] },
    })
    expect(shown).toEqual([])
  })

  it('refuses an unreadable file among sound fields', async () => {
    const sent = form({ id: 'lamp', name: 'Lamp' }, text('a.exe'))
    const result = await runForm(sent, rules, nothing)
    expect(result).toMatchObject({ status: 'invalid', values: { name: 'Lamp' } })
    expect(result).toHaveProperty('fieldErrors.source')
  })

  it('counts only a form that would be saved', async () => {
    const limit = vi.fn(() =>
      Promise.resolve({ allowed: false as const, retryAfterSeconds: 90_000 }),
    )
    const limited = { ...rules, limit }
    await runForm(form({ id: 'lamp', name: '' }), limited, nothing)
    expect(limit).not.toHaveBeenCalled()
    const values = { id: 'lamp', name: 'Lamp' }
    expect(await runForm(form(values), limited, nothing)).toMatchObject({
      status: 'invalid',
      formErrors: ['limitedDay'],
      values,
    })
  })

  it('answers a repeat as saved where the rules say so', async () => {
    const sent = () => form({ id: 'lamp', name: 'Lamp', [SUBMISSION_FIELD]: 'key' })
    const mutate = vi.fn(nothing)
    const limited = {
      ...rules,
      limit: () => Promise.resolve({ allowed: false as const, retryAfterSeconds: 1 }),
      skipRepeat: true,
    }
    expect(await runForm(sent(), limited, mutate)).toMatchObject({ status: 'ok' })
    expect(mutate).not.toHaveBeenCalled()
    expect(await runForm(sent(), rules, mutate)).toMatchObject({ status: 'ok' })
    expect(mutate).toHaveBeenCalledOnce()
  })

  it('shows a change once it is saved, and not otherwise', async () => {
    const values = { id: 'lamp', name: 'Lamp' }
    const refused = { status: 'error', code: 'CONFLICT' } as const
    expect(await runForm(form(values), rules, () => Promise.resolve(refused))).toBe(refused)
    expect(shown).toEqual([])
    expect(await runForm(form(values), rules, nothing)).toMatchObject({ status: 'ok' })
    expect(shown).toEqual(['content'])
    await runForm(form(values), { ...rules, shows: 'page' }, nothing)
    expect(shown).toEqual(['content', 'content', 'page'])
    await runForm(form(values), { ...rules, shows: 'nothing' }, nothing)
    expect(shown).toHaveLength(3)
  })
})
