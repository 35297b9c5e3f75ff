import { describe, expect, it } from 'vitest'
import { idle, type ActionResult } from '@/lib/base/http/action-result'
import type { EditingOptions } from '@/lib/knowledge/revisions/types'
import { draftState } from './draft-state'

const options: EditingOptions = {
  regions: [],
  targetGroups: [],
  sectors: [],
  challenges: [],
  instruments: [],
  plannedInstruments: [],
  blockedInstruments: [],
  drivers: [],
  styles: [],
}
const stored = { title: 'Werkcafé', sectors: ['zorg'], 'steps.0.name': 'Kennismaken' }
const refused: ActionResult = {
  status: 'invalid',
  fieldErrors: { title: ['required'] },
  formErrors: [],
  values: { title: '', version: '4', 'steps.0.name': '', 'steps.2.description': 'Nazorg' },
}
const state = (result: ActionResult) =>
  draftState(result, stored, {
    revisionId: 'een',
    locale: 'nl',
    options,
    labels: { title: 'Titel' },
    remark: () => null,
    errors: (field) => (field === 'title' && result.status === 'invalid' ? ['Vul iets in.'] : []),
  })

describe('draftState', () => {
  it('shows what is stored until something is sent', () => {
    const form = state(idle)
    expect(form.field('title')).toEqual({
      name: 'title',
      label: 'Titel',
      errors: [],
      defaultValue: 'Werkcafé',
      remark: null,
    })
    expect(form.chosen('sectors')).toEqual(['zorg'])
    expect(form.rows('steps')).toBe(1)
    expect(form.rows('sources')).toBe(0)
  })

  it('shows what was typed after a refusal, with the words of what is wrong', () => {
    const form = state(refused)
    expect(form.field('title')).toMatchObject({ errors: ['Vul iets in.'], defaultValue: '' })
    expect(form.field('summary').label).toBe('summary')
    expect(form.chosen('sectors')).toEqual([])
  })

  it('counts rows up to the last one that holds something', () => {
    expect(state(refused).rows('steps')).toBe(3)
  })

  it('draws choices anew when the values as a whole change', () => {
    expect(state(refused).round).not.toBe(state(idle).round)
  })
})
