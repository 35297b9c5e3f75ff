import { describe, expect, it } from 'vitest'
import { EMPTY_CELLS } from './import-columns.rules'
import { importRowSchema } from './import.schema'

const row = (over: object) => ({
  ...EMPTY_CELLS,
  row: 2,
  goal: 'Doel',
  ...over,
})
const faults = (over: object) =>
  importRowSchema
    .safeParse(row(over))
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []

describe('a row of an import', () => {
  it('tells all that is wrong with it at once', () => {
    expect(
      faults({ goal: '', amount: 'veel', startsOn: '2027-01-01', endsOn: '2026-01-01' }),
    ).toEqual(['goal: required', 'amount: euro', 'endsOn: endBeforeStart', 'provider: required'])
  })

  it('may stand far down in its sheet', () => {
    expect(faults({ row: 20_000 })).toEqual([])
  })

  it('names who pays when it names how', () => {
    expect(faults({ fundingType: 'gemeente' })).toEqual(['provider: required'])
  })

  it.each(['0.125', '1250.5', '1,25'])('takes no amount like %s', (amount) => {
    expect(faults({ measure: 'M', provider: 'Gemeente', amount })).toEqual(['amount: euro'])
  })
})
