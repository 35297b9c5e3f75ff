import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { pressThrice, type SentTwice } from '@/lib/base/testing/sent-twice'

const database = await createTestDatabase({ seeded: true })
Object.assign(process.env, { DATABASE_URL: database.url, NEXTAUTH_SECRET: 'x'.repeat(40) })
const { db } = await import('@/lib/base/db/db')
const { EMPTY_CELLS } = await import('@/lib/monitor/chains/import-columns.rules')
const { importRows } = await import('@/lib/monitor/chains/import.mutations')
const datasets = await import('@/lib/figures/datasets/mutations')
const indicators = await import('@/lib/judgement/measurements/mutations')
const { indicatorSchema, measurementSchema } = await import('@/lib/judgement/measurements/schema')
const learning = await import('@/lib/exchange/learning/mutations')
const papers = await import('@/lib/monitor/papers/mutations')
const policies = await import('@/lib/monitor/policies/mutations')
const verdicts = await import('@/lib/monitor/verdicts/mutations')

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})
const aMeasure = async () =>
  (await db.policyMeasure.findFirstOrThrow({ select: { id: true }, orderBy: { id: 'asc' } })).id

const FORMS: readonly SentTwice[] = [
  {
    name: 'an indicator of the figures',
    table: 'indicator',
    form:
      ({ actorId }) =>
      (submission) =>
        datasets.createIndicator({
          labelNl: 'Fietsers',
          labelEn: 'Cyclists',
          definitionNl: 'Wie fietst',
          definitionEn: 'Who cycles',
          unit: 'personen',
          decimals: 0,
          additive: true,
          unpaidWork: false,
          actorId,
          submission,
        }),
  },
  {
    name: 'a file with which a source is made',
    table: 'stat_sample',
    form:
      ({ actorId }) =>
      (submission) =>
        datasets.saveSample({
          kind: 'file',
          content: new Uint8Array([65]),
          label: 'proef.csv',
          datasetId: null,
          actorId,
          submission,
        }),
  },
  {
    name: 'a question of a learning agenda',
    table: 'learning_question',
    form: ({ actorId, regionId }) => {
      const id = randomUUID()
      return () =>
        learning.saveQuestion({
          id,
          regionId,
          version: undefined,
          question: 'Wat werkt?',
          why: '',
          answerBy: null,
          status: 'open',
          learnt: '',
          initiativeIds: [],
          actorId,
        })
    },
  },
  {
    name: 'a goal',
    table: 'policy_goal',
    form: ({ actorId, regionId }) => {
      const goal = {
        goalId: randomUUID(),
        parentId: null,
        goalRegionId: regionId,
        goalTitle: 'Doel',
        goalDescription: '',
        goalCarriedBy: null,
        goalPeopleGroup: null,
        goalPeoplePlanned: null,
        goalPeopleReached: null,
        goalSourceTitle: null,
        goalSourceRef: null,
        goalSourceUrl: null,
        goalStartsOn: null,
        goalEndsOn: null,
      }
      return () => policies.saveGoal({ goal, organisationId: null, actorId })
    },
  },
  {
    name: 'money out of a sheet',
    table: 'funding',
    form:
      ({ actorId, regionId }) =>
      (submission) =>
        importRows({
          regionId,
          organisationId: null,
          dry: false,
          actorId,
          submission,
          rows: [
            {
              ...EMPTY_CELLS,
              row: 2,
              goal: 'Uit het blad',
              measure: 'Leerbanen',
              provider: 'Gemeente',
              amount: '1000',
            },
          ],
        }),
  },
  {
    name: 'an indicator of an initiative',
    table: 'initiative_indicator',
    form: ({ actorId, initiativeId }) => {
      const indicator = indicatorSchema.parse({
        initiativeId,
        indicatorId: randomUUID(),
        indicatorLabel: 'Aan het werk',
        unit: 'personen',
        resultType: 'outcome',
      })
      return () => indicators.saveIndicator({ indicator, actorId })
    },
  },
  {
    name: 'a measurement',
    table: 'measurement',
    form: async ({ actorId, initiativeId }) => {
      const indicatorId = randomUUID()
      await indicators.saveIndicator({
        indicator: indicatorSchema.parse({
          initiativeId,
          indicatorId,
          indicatorLabel: 'Aan het werk',
          unit: 'personen',
          resultType: 'outcome',
        }),
        actorId,
      })
      const measurement = measurementSchema('2026-11-24').parse({
        initiativeId,
        measurementId: randomUUID(),
        measuredIndicatorId: indicatorId,
        measuredOn: '2026-10-01',
        numerator: '12',
        n: '20',
        measurementSource: 'Eigen telling',
      })
      return () => indicators.saveMeasurement({ measurement, actorId })
    },
  },
  {
    name: 'an expectation of a measure',
    table: 'policy_expectation',
    form: async ({ actorId }) => {
      const measureId = await aMeasure()
      return (submission) =>
        verdicts.saveExpectation({
          measureId,
          year: 2031,
          version: 0,
          expectationText: 'Twintig mensen',
          actorId,
          submission,
        })
    },
  },
  {
    name: 'a draft of a verdict',
    table: 'policy_verdict',
    form: async ({ actorId }) => {
      const measureId = await aMeasure()
      return (submission) =>
        verdicts.saveVerdict({
          measureId,
          year: 2031,
          version: 0,
          observed: 'Gezien',
          otherCauses: '',
          confidence: null,
          decision: null,
          reason: '',
          actorId,
          submission,
        })
    },
  },
  {
    name: 'what is asked of a board',
    table: 'paper_request',
    form:
      ({ actorId, regionId }) =>
      (submission) =>
        papers.saveRequest({
          regionId,
          year: 2031,
          version: 0,
          request: 'Stem in.',
          actorId,
          submission,
        }),
  },
  {
    name: 'a settled paper',
    table: 'board_paper',
    form: ({ actorId, regionId, organisation }) => {
      const paper = {
        regionId,
        year: 2031,
        organisation,
        request: 'Stem in.',
        isProposal: false,
        hasExamples: false,
        dataOn: '2026-11-24',
        files: [{ kind: 'pdf' as const, content: new Uint8Array([1]) }],
      }
      return (submission) => papers.freezePaper(paper, { actorId, submission })
    },
  },
]

describe('a form that is sent twice at the same moment, and once more', () => {
  it.each(FORMS)('makes one: $name', async (form) => {
    const { answers, records, audits } = await pressThrice(db, form)
    expect(records).toBe(1)
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
    expect(audits).toBe(1)
  })
})
