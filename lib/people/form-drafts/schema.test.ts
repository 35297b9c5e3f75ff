import { describe, expect, it } from 'vitest'
import { MAX_CHARACTERS } from './rules'
import { formDraftSchema } from './schema'

const draft = { form: 'f', path: '/werkplek', title: 'Werkplek', values: { text: 'Tekst' } }
const accepts = (change: object) => formDraftSchema.safeParse({ ...draft, ...change }).success

describe('what the browser sends of a draft', () => {
  it('is text by field, on a page of this site', () => {
    expect(accepts({})).toBe(true)
    expect(accepts({ values: { groups: ['a', 'b'] } })).toBe(true)
    for (const path of ['werkplek', '//elders.nl', '/\\elders.nl', 'https://elders.nl'])
      expect(accepts({ path })).toBe(false)
    expect(accepts({ values: { text: 3 } })).toBe(false)
    expect(accepts({ userId: 'x' })).toBe(false)
  })

  it('never holds a password', () => {
    expect(accepts({ values: { newPassword: 'geheim' } })).toBe(false)
  })

  it('is bounded, and without signs that a file cannot hold', () => {
    expect(accepts({ values: { text: 'x'.repeat(MAX_CHARACTERS + 1) } })).toBe(false)
    expect(accepts({ form: 'x'.repeat(401) })).toBe(false)
    const many = Object.fromEntries(Array.from({ length: 1_001 }, (_, index) => [`f${index}`, '']))
    expect(accepts({ values: many })).toBe(false)
    expect(formDraftSchema.parse({ ...draft, values: { text: 'a\u0000b' } }).values.text).toBe('ab')
  })
})
