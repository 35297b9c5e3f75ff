import { describe, expect, it } from 'vitest'
import { idle, type ActionResult } from '@/lib/base/http/action-result'
import { sentValues, typedValue, typedValues } from './typed-values'

const stored = { title: 'Werkcafé', sectors: ['zorg', 'bouw'] }
const refused: ActionResult = {
  status: 'invalid',
  fieldErrors: {},
  formErrors: [],
  values: { title: '', region: ['drechtsteden', 'zuid-limburg'] },
}

describe('sentValues', () => {
  it('gives what was typed as long as it is not saved', () => {
    const values = { title: 'Anders' }
    expect(sentValues(refused)).toBe(refused.values)
    expect(sentValues({ status: 'conflict', values, theirs: {}, theirVersion: 2 })).toBe(values)
    expect(sentValues({ status: 'error', code: 'FAILED', values })).toBe(values)
    expect(sentValues(idle)).toBeUndefined()
    expect(sentValues({ status: 'ok', data: undefined })).toBeUndefined()
  })
})

describe('typedValue', () => {
  it('prefers what was typed, an emptied field too, over what is stored', () => {
    expect(typedValue(idle, stored, 'title')).toBe('Werkcafé')
    expect(typedValue(refused, stored, 'title')).toBe('')
    expect(typedValue(refused, stored, 'region')).toBe('drechtsteden')
    expect(typedValue(idle, stored, 'unknown')).toBe('')
  })
})

describe('typedValues', () => {
  it('gives every choice, and none where the list was unticked', () => {
    expect(typedValues(idle, stored, 'sectors')).toEqual(['zorg', 'bouw'])
    expect(typedValues(refused, stored, 'sectors')).toEqual([])
    expect(typedValues(idle, { sectors: 'zorg' }, 'sectors')).toEqual(['zorg'])
    expect(typedValues(idle, { sectors: '' }, 'sectors')).toEqual([])
  })
})
