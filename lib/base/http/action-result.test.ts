import { describe, expect, it } from 'vitest'
import { conflict, invalidField, invalidForm, saved, savedElsewhere } from './action-result'

describe('results of actions', () => {
  const values = { title: 'Wat er stond', tags: ['a', 'b'] }

  it('keep what was typed, whatever is wrong', () => {
    expect(invalidField('title', 'required', values)).toEqual({
      status: 'invalid',
      fieldErrors: { title: ['required'] },
      formErrors: [],
      values,
    })
    expect(invalidForm('tooMany', values)).toEqual({
      status: 'invalid',
      fieldErrors: {},
      formErrors: ['tooMany'],
      values,
    })
    expect(conflict(values, { title: 'Hun titel' }, 3)).toEqual({
      status: 'conflict',
      values,
      theirs: { title: 'Hun titel' },
      theirVersion: 3,
    })
    expect(savedElsewhere(values)).toEqual({ status: 'error', code: 'CONFLICT', values })
  })

  it('say when something was saved, as an ISO time', () => {
    const { status, data } = saved()
    expect(status).toBe('ok')
    expect(new Date(data.savedAt).toISOString()).toBe(data.savedAt)
  })
})
