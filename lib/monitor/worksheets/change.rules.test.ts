import { describe, expect, it } from 'vitest'
import { rowChanges, type Standing } from './change.rules'

const goal = (over: Partial<Standing> = {}): Standing => ({
  kind: 'goal',
  unit: null,
  peopleGroup: 100,
  baselineYear: null,
  cells: {
    title: 'Meer werk',
    who: '',
    startsOn: '01-01-2026',
    endsOn: '31-12-2026',
    planned: '50',
    reached: '',
  },
  ...over,
})
const seen = goal().cells

describe('what becomes of what was typed', () => {
  it('is saved where it differs, and nothing else', () => {
    const { changes, faults } = rowChanges(goal(), { ...seen, reached: '12' }, seen)
    expect(changes).toEqual([{ value: { column: 'reached', count: 12 }, before: '', after: '12' }])
    expect(faults).toEqual({})
  })

  it('takes another way of writing the same for the same', () => {
    const typed = { ...seen, startsOn: '1 januari 2026', planned: '50 ' }
    expect(rowChanges(goal(), typed, seen)).toEqual({ changes: [], faults: {} })
  })

  it('saves the good cells and says what is wrong with the others', () => {
    const typed = { ...seen, who: 'Beraad', reached: '120', startsOn: 'ooit' }
    const { changes, faults } = rowChanges(goal(), typed, seen)
    expect(changes.map(({ value }) => value.column)).toEqual(['who'])
    expect(faults).toEqual({ reached: 'peopleAboveGroup', startsOn: 'date' })
  })

  it('refuses an end before the begin, also when both are new', () => {
    expect(rowChanges(goal(), { ...seen, endsOn: '2025' }, seen).faults).toEqual({
      endsOn: 'endBeforeStart',
    })
    const both = { ...seen, startsOn: '1-1-2028', endsOn: '1-1-2027' }
    expect(rowChanges(goal(), both, seen)).toEqual({
      changes: [],
      faults: { startsOn: 'endBeforeStart', endsOn: 'endBeforeStart' },
    })
    const later = { ...seen, startsOn: '1-1-2028', endsOn: '1-1-2029' }
    expect(rowChanges(goal(), later, seen).changes).toHaveLength(2)
  })

  it('overwrites nothing that somebody else wrote in the same cell, and saves the others', () => {
    const meanwhile = goal({ cells: { ...seen, who: 'Gemeente' } })
    const { changes, faults } = rowChanges(
      meanwhile,
      { ...seen, who: 'Beraad', reached: '5' },
      seen,
    )
    expect(faults).toEqual({ who: 'cellChanged' })
    expect(changes.map(({ after }) => after)).toEqual(['5'])
    expect(rowChanges(meanwhile, { ...seen, who: 'Gemeente' }, seen).faults).toEqual({})
  })

  it('takes a target that is not after the baseline for a fault', () => {
    const row: Standing = {
      ...goal(),
      kind: 'indicator',
      unit: 'percent',
      baselineYear: 2026,
      cells: { title: 'Aandeel', target: '', value: '' },
    }
    expect(rowChanges(row, { target: '60 (2026)' }, { target: '' }).faults).toEqual({
      target: 'targetBeforeBaseline',
    })
  })
})
