import { describe, expect, it } from 'vitest'
import { idle, type ActionResult } from '@/lib/base/http/action-result'
import { asTyped } from './as-typed'

describe('asTyped', () => {
  it('turns a list of duplicates into a refusal that keeps what was typed', () => {
    const values = { title: 'Vergoeding vervalt', groups: ['statushouders'] }
    expect(asTyped({ status: 'ok', data: { duplicates: [], values } }, 'Kijk eerst.')).toEqual({
      status: 'invalid',
      fieldErrors: {},
      formErrors: ['Kijk eerst.'],
      values,
    })
  })

  it('leaves other answers as they are', () => {
    const failed: ActionResult<never> = { status: 'error', code: 'FAILED', values: { title: 'a' } }
    expect(asTyped(failed, 'Kijk eerst.')).toBe(failed)
    expect(asTyped(idle, 'Kijk eerst.')).toBe(idle)
  })
})
