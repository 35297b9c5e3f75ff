import { describe, expect, it } from 'vitest'
import { idle, type ActionResult } from '@/lib/base/http/action-result'
import { isSaved } from './is-saved'

const refused = (formErrors: string[]): ActionResult => ({
  status: 'invalid',
  fieldErrors: { title: ['required'] },
  formErrors,
  values: {},
})

describe('isSaved', () => {
  it('is true before anything is sent and after a save', () => {
    expect(isSaved(idle)).toBe(true)
    expect(isSaved({ status: 'ok', data: undefined })).toBe(true)
  })

  it('is false after a refusal, a conflict or a failure', () => {
    expect(isSaved(refused([]))).toBe(false)
    expect(isSaved({ status: 'conflict', values: {}, theirs: {}, theirVersion: 2 })).toBe(false)
    expect(isSaved({ status: 'error', code: 'FAILED' })).toBe(false)
  })

  it('is true when the text was kept although something is missing', () => {
    expect(isSaved(refused(['savedButIncomplete']))).toBe(true)
    expect(isSaved(refused(['assessmentSavedIncomplete']))).toBe(true)
  })
})
