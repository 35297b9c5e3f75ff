import { describe, expect, it } from 'vitest'
import { indicatorSchema, measurementSchema, twoWayErrors } from './schema'

const ID = '01a20d1f-1c02-73ac-a784-1b46ab54886a'
const TODAY = '2026-11-24'
const measurement = (change: Record<string, unknown> = {}) => ({
  initiativeId: ID,
  measurementId: ID,
  measuredIndicatorId: ID,
  supersedesId: '',
  measuredOn: '2026-11-01',
  periodStart: '',
  periodEnd: '',
  value: '',
  numerator: '12',
  n: '20',
  design: 'after_only',
  comparisonNumerator: '',
  comparisonN: '',
  comparisonDescription: '',
  measuredBy: '',
  measurementSource: 'Registratie',
  measurementUrl: '',
  measurementNote: '',
  ...change,
})
const check = (change: Record<string, unknown>) =>
  measurementSchema(TODAY).safeParse(measurement(change))
const messages = (result: ReturnType<typeof check>) =>
  result.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? []

describe('a measurement', () => {
  it('is 12 of 20 people on a day, or a value with a comma', () => {
    expect(check({}).data).toMatchObject({
      numerator: 12,
      n: 20,
      value: null,
      supersedesId: null,
      independent: false,
    })
    expect(check({ value: '12,5', numerator: '', n: '' }).data?.value).toBe('12.5')
    expect(check({ value: '60 %', numerator: '', n: '' }).data?.value).toBe('60')
  })

  it.each([
    [{ numerator: '20', n: '20' }, []],
    [{ numerator: '21', n: '20' }, ['numerator: partAboveWhole']],
    [{ numerator: '0', n: '0' }, []],
    [{ numerator: '', n: '-1', value: '1' }, ['n: notNegative']],
    [{ numerator: '12', n: '' }, []],
    [{ numerator: '', value: '' }, ['value: valueOrCount']],
    [{ numerator: '1,5' }, ['numerator: integer']],
    [{ numerator: '0.125', n: '2.000' }, ['numerator: integer']],
    [{ numerator: '1 2', n: '20' }, ['numerator: integer']],
    [{ numerator: '1.250', n: '2 000' }, []],
  ])('counts people: %j', (change, expected) => {
    expect(messages(check(change))).toEqual(expected)
  })

  it.each([
    [{ measuredOn: TODAY }, []],
    [{ measuredOn: '2026-11-25' }, ['measuredOn: future']],
    [{ measuredOn: '' }, ['measuredOn: whenMeasured']],
    [{ measuredOn: '', periodEnd: '2026-10-31' }, []],
    [
      { measuredOn: '', periodStart: '2026-10-31' },
      ['measuredOn: whenMeasured', 'periodEnd: required'],
    ],
    [
      { measuredOn: '', periodStart: '2026-10-02', periodEnd: '2026-10-01' },
      ['periodEnd: endBeforeStart'],
    ],
    [{ periodEnd: '2026-11-25' }, ['periodEnd: future']],
  ])('has a day or a period that is past: %j', (change, expected) => {
    expect(messages(check(change))).toEqual(expected)
  })

  it('says with whom it compares when it does', () => {
    expect(messages(check({ design: 'comparison' }))).toEqual(['comparisonDescription: comparison'])
    expect(
      messages(
        check({
          design: 'experiment',
          comparisonDescription: 'Wachtlijst',
          comparisonNumerator: '5',
          comparisonN: '4',
        }),
      ),
    ).toEqual(['comparisonNumerator: partAboveWhole'])
  })

  it('reads a decimal that is typed with a point as that decimal, never as thousands', () => {
    expect(
      ['0.125', '0,125', '1.25', '1.250', '1.250,5'].map((value) => check({ value }).data?.value),
    ).toEqual(['0.125', '0.125', '1.25', '1250', '1250.5'])
    expect(messages(check({ value: '0.125.000' }))).toEqual(['value: number'])
  })

  it('is asked back when it can be two percentages, and only then', () => {
    const asked = (value: string, unit: string) =>
      twoWayErrors({ value }, ['value', 'absent'], unit)
    for (const unit of ['%', 'Procent', 'percentage deelnemers', 'aandeel'])
      expect(asked('2.500', unit)).toEqual({ value: ['twoWays'] })
    expect(asked('2.500 %', '%')).toEqual({ value: ['twoWays'] })
    for (const value of ['2500', '2,5', '2.5', '0.125', '2.500,0', ''])
      expect(asked(value, '%')).toEqual({})
    expect(asked('2.500', 'mensen')).toEqual({})
  })

  it('names its source', () => {
    expect(messages(check({ measurementSource: ' ' }))).toEqual(['measurementSource: required'])
  })
})

describe('an indicator', () => {
  it('has a baseline or says that there is none by leaving it empty', () => {
    const indicator = {
      initiativeId: ID,
      indicatorId: ID,
      indicatorLabel: 'Betaald werk',
      indicatorDefinition: '',
      unit: '%',
      resultType: 'outcome',
      indicatorSource: '',
      frequency: '',
      baselineValue: '',
      baselineOn: '',
      baselineN: '',
      baselineNote: '',
      targetValue: '75,5',
      targetOn: '2027-01-01',
    }
    expect(indicatorSchema.parse(indicator)).toMatchObject({
      baselineValue: null,
      targetValue: '75.5',
    })
    expect(indicatorSchema.safeParse({ ...indicator, targetValue: 'veel' }).success).toBe(false)
  })
})
