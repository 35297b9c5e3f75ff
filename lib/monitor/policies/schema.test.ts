import { describe, expect, it } from 'vitest'
import { fundingSchema, goalSchema, pairingSchema } from './schema'
import { consequencesSchema, costsSchema, theorySchema } from './monitor.schema'

const ID = '01a20d1f-1c02-73ac-a784-1b46ab54886a'
const funding = (change: Record<string, unknown> = {}) => ({
  initiativeId: ID,
  fundingId: ID,
  fundingMeasureId: '',
  fundingType: 'gemeente',
  provider: 'Gemeente',
  amount: '',
  amountQualifier: 'exact',
  fundingStartsOn: '',
  fundingEndsOn: '',
  purpose: '',
  alignment: 'niet-beoordeeld',
  alignmentNote: '',
  afterFundingPlan: '',
  fundingSourceTitle: '',
  fundingSourceUrl: '',
  ...change,
})
const costs = (change: Record<string, unknown> = {}) => ({
  initiativeId: ID,
  version: '1',
  reachInvited: '',
  reachStarted: '',
  reachFinished: '',
  costPerParticipant: '',
  costPerPlacement: '',
  costBasis: '',
  ...change,
})
const messages = (result: {
  success: boolean
  error?: { issues: { path: PropertyKey[]; message: string }[] }
}) => result.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? []

describe('money as people type it', () => {
  it.each([
    ['', null],
    ['350000', 350_000],
    ['350.000', 350_000],
    ['€ 1.250.000,00', 1_250_000],
    ['750 000,-', 750_000],
    ['0', 0],
  ])('reads %j as %s', (amount, expected) => {
    expect(fundingSchema.parse(funding({ amount })).amount).toBe(expected)
  })

  it.each([
    '-1',
    '12,50',
    'drie ton',
    '3.000.000.000',
    '1e6',
    '0.125',
    '€ 0.125',
    '1 25',
    '1,250',
    '0.350.000',
  ])('refuses %j', (amount) => {
    expect(messages(fundingSchema.safeParse(funding({ amount })))).toEqual(['amount: euro'])
  })
})

describe('a stream of money', () => {
  it('needs a reason once someone judged how it fits the goal', () => {
    expect(messages(fundingSchema.safeParse(funding({ alignment: 'sluit-niet-aan' })))).toEqual([
      'alignmentNote: reason',
    ])
    expect(
      fundingSchema.safeParse(funding({ alignment: 'sluit-aan', alignmentNote: 'Zelfde doel.' }))
        .success,
    ).toBe(true)
  })

  it('never ends before it starts; one day is a period', () => {
    expect(
      messages(
        fundingSchema.safeParse(
          funding({ fundingStartsOn: '2026-01-02', fundingEndsOn: '2026-01-01' }),
        ),
      ),
    ).toEqual(['fundingEndsOn: endBeforeStart'])
    expect(
      fundingSchema.safeParse(
        funding({ fundingStartsOn: '2026-01-01', fundingEndsOn: '2026-01-01' }),
      ).success,
    ).toBe(true)
  })

  it('refuses unknown fields, unsafe addresses and days that do not exist', () => {
    expect(fundingSchema.safeParse(funding({ version: '1', createdAt: 'x' })).success).toBe(false)
    expect(
      messages(
        fundingSchema.safeParse(
          funding({ fundingSourceUrl: 'javascript:alert(1)', fundingEndsOn: '2026-02-30' }),
        ),
      ),
    ).toEqual(['fundingEndsOn: date', 'fundingSourceUrl: url'])
  })
})

describe('reach and costs', () => {
  it('form a funnel', () => {
    expect(
      costsSchema.safeParse(
        costs({ reachInvited: '158', reachStarted: '158', reachFinished: '24' }),
      ).success,
    ).toBe(true)
    expect(
      messages(costsSchema.safeParse(costs({ reachInvited: '10', reachStarted: '11' }))),
    ).toEqual(['reachStarted: reachOrder'])
    expect(
      messages(costsSchema.safeParse(costs({ reachStarted: '10', reachFinished: '11' }))),
    ).toEqual(['reachFinished: reachOrder'])
    expect(
      messages(costsSchema.safeParse(costs({ reachInvited: '1,5', reachStarted: '-2' }))),
    ).toEqual(['reachInvited: integer', 'reachStarted: notNegative'])
  })

  it('say what an amount is based on', () => {
    expect(messages(costsSchema.safeParse(costs({ costPerPlacement: '14.700' })))).toEqual([
      'costBasis: costBasis',
    ])
  })
})

describe('the trade-off balance', () => {
  const consequences = (row: Record<string, unknown>) =>
    consequencesSchema.safeParse({
      initiativeId: ID,
      version: '2',
      displacement: 'mogelijk',
      displacementNote: '',
      tradeOffs: [
        { domain: 'informal_care', effect: 'worse', hours: '', carriedBy: '', source: '', ...row },
      ],
    })

  it('takes Dutch decimals up to the hours of a week', () => {
    expect(consequences({ hours: '2,5' }).data?.tradeOffs[0]?.hours).toBe(2.5)
    expect(consequences({ hours: '168' }).success).toBe(true)
    expect(messages(consequences({ hours: '168,5' }))).toEqual(['tradeOffs.0.hours: hours'])
    expect(messages(consequences({ hours: '-1' }))).toEqual(['tradeOffs.0.hours: notNegative'])
  })

  it('has hours only where something became better or worse', () => {
    expect(messages(consequences({ effect: 'not_examined', hours: '2' }))).toEqual([
      'tradeOffs.0.hours: hoursNeedEffect',
    ])
    expect(messages(consequences({ effect: 'great' }))).toEqual(['tradeOffs.0.effect: choose'])
  })
})

describe('texts', () => {
  it('lose what a reader cannot see and are null when empty', () => {
    const theory = theorySchema.parse({
      initiativeId: ID,
      version: '1',
      theoryOfChange: ' Als\u0000 wij\u202E x ',
      approachRationale: '   ',
      evaluationDesign: '',
      sideEffects: '',
    })
    expect(theory).toMatchObject({ theoryOfChange: 'Als wij x', approachRationale: null })
  })

  it('have a title and an end', () => {
    const goal = {
      initiativeId: ID,
      goalId: ID,
      goalRegionId: ID,
      goalTitle: '',
      goalDescription: 'x'.repeat(2_001),
      goalSourceTitle: '',
      goalSourceRef: '',
      goalSourceUrl: '',
      goalStartsOn: '',
      goalEndsOn: '',
    }
    expect(messages(goalSchema.safeParse(goal))).toEqual([
      'goalTitle: required',
      'goalDescription: tooLong',
    ])
  })
})

describe('pairing', () => {
  it('reads what is ticked beside what was ticked', () => {
    const parsed = pairingSchema.parse({
      initiativeId: ID,
      goals: [{ id: ID, linked: 'on', note: 'Past', wasNote: '' }],
    })
    expect(parsed).toEqual({
      initiativeId: ID,
      goals: [{ id: ID, linked: true, was: false, note: 'Past', wasNote: null }],
      measures: [],
    })
  })
})
