import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { isTwoWays, policyIndicatorSchema, policyIndicatorValues } from './schema'

const form = (over: Record<string, unknown> = {}) => ({
  regionId: randomUUID(),
  indicatorId: randomUUID(),
  indicatorOf: `goal ${randomUUID()}`,
  indicatorLabel: 'Aandeel met werk',
  indicatorUnit: 'percent',
  baselineValue: '40',
  baselineYear: '2025',
  targetValue: '60',
  targetYear: '2028',
  indicatorSource: '',
  values: [],
  ...over,
})
const faults = (over: Record<string, unknown>) =>
  policyIndicatorSchema
    .safeParse(form(over))
    .error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? []

describe('an indicator as it is typed', () => {
  it('is read as people write it', () => {
    const read = policyIndicatorSchema.parse(
      form({ indicatorUnit: 'euro', baselineValue: '€ 1.250,-', targetValue: '2.500' }),
    )
    expect(read).toMatchObject({ baselineValue: 1250, targetValue: 2500 })
    expect(policyIndicatorSchema.parse(form({ baselineValue: '40,5%' })).baselineValue).toBe(40.5)
  })

  it.each([
    [{ targetYear: '2025' }, 'targetYear targetBeforeBaseline'],
    [{ targetYear: '2020' }, 'targetYear targetBeforeBaseline'],
    [{ targetValue: '101' }, 'targetValue percentRange'],
    [{ baselineValue: '-1' }, 'baselineValue percentRange'],
    [{ baselineValue: '1,2,3' }, 'baselineValue number'],
    [{ baselineYear: '26' }, 'baselineYear year'],
    [{ baselineYear: '' }, 'baselineYear required'],
    [{ targetValue: '' }, 'targetValue required'],
    [{ indicatorUnit: 'people', targetValue: '60,5' }, 'targetValue integer'],
    [{ indicatorUnit: 'people', targetValue: '-60' }, 'targetValue notNegative'],
    [{ values: [{ year: '', value: '4' }] }, 'values.0.year required'],
    [{ values: [{ year: '2026', value: '104' }] }, 'values.0.value percentRange'],
    [{ indicatorOf: 'goal' }, 'indicatorOf choose'],
  ])('is refused where it cannot be: %o', (over, fault) => {
    expect(faults(over)).toEqual([fault])
  })

  it('has each year once', () => {
    const values = [
      { year: '2026', value: '41' },
      { year: '2027', value: '42' },
      { year: '2026', value: '43' },
    ]
    expect(faults({ values })).toEqual(['values.2.year yearTwice'])
  })

  it('asks about a percentage that can be read in two ways', () => {
    expect(isTwoWays('2.500', 'percent')).toBe(true)
    expect(isTwoWays('2.500', 'people')).toBe(false)
    expect(isTwoWays('2,5', 'percent')).toBe(false)
  })

  it('comes back in the form as it was', () => {
    const typed = policyIndicatorValues({
      id: 'i',
      goalId: 'g',
      measureId: null,
      label: 'Aandeel met werk',
      unit: 'percent',
      lowerIsBetter: false,
      baseline: { year: 2025, value: 40.5 },
      target: null,
      values: [{ year: 2026, value: 41.25 }],
      sourceTitle: null,
      version: 1,
    })
    expect(typed).toMatchObject({ baselineValue: '40,5', 'values.0.value': '41,25' })
  })
})
