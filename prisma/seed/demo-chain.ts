import { z } from 'zod'
import {
  Constituency,
  PolicyUnit,
  TradeOffDomain,
  TradeOffEffect,
  VerdictConfidence,
  VerdictDecision,
} from '@/generated/prisma/enums'
import type { Transaction } from '@/lib/base/db/db'
import type { Context } from './initiatives'
import { known, type LoadResult } from './plan'
import { readReference } from './reference'

const day = z.iso.date()
const yearValue = z.object({ year: z.int(), value: z.number() })
const count = z.int().nullable()
const judged = {
  people: z.object({ group: count, planned: count, reached: count }),
  indicators: z.array(
    z.object({
      label: z.string().endsWith('(voorbeeld)'),
      unit: z.enum(PolicyUnit),
      baseline: yearValue.nullable(),
      target: yearValue.nullable(),
      values: z.array(yearValue),
    }),
  ),
}
const chainFile = z.object({
  region: z.string(),
  organisation: z.string(),
  goals: z.array(
    z.object({
      slug: z.string().startsWith('voorbeeld-'),
      parent: z.string().nullable(),
      title: z.string(),
      description: z.string().startsWith('Verzonnen voorbeeld.'),
      carriedBy: z.string().endsWith('(voorbeeld)').nullable(),
      ...judged,
      measures: z.array(
        z.object({
          slug: z.string().startsWith('voorbeeld-'),
          title: z.string(),
          description: z.string().startsWith('Verzonnen voorbeeld.'),
          instrument: z.string(),
          responsible: z.string().nullable(),
          ...judged,
          tradeOffs: z.array(
            z.object({
              domain: z.enum(TradeOffDomain),
              effect: z.enum(TradeOffEffect),
              hoursPerWeek: z.number().nullable(),
              carriedBy: z.string().endsWith('(voorbeeld)').nullable(),
            }),
          ),
          fundings: z.array(
            z.object({
              provider: z.string().endsWith('(voorbeeld)'),
              type: z.string(),
              amount: z.int().nullable(),
              startsOn: day,
              endsOn: day.nullable(),
              alignment: z.string(),
              note: z.string(),
              plan: z.string().nullable(),
            }),
          ),
          years: z.array(
            z.object({
              year: z.int(),
              expected: z.string(),
              expectedOn: day,
              afterwards: z.boolean(),
              verdict: z
                .object({
                  observed: z.string(),
                  otherCauses: z.string(),
                  confidence: z.enum(VerdictConfidence),
                  decision: z.enum(VerdictDecision),
                  reason: z.string(),
                  signedOn: day,
                  reactions: z.array(
                    z.object({ constituency: z.enum(Constituency), text: z.string() }),
                  ),
                })
                .nullable(),
            }),
          ),
        }),
      ),
    }),
  ),
})

export const readDemoChain = () => readReference('demo/chain.json', chainFile)
type Measure = z.infer<typeof chainFile>['goals'][number]['measures'][number]

const judgedColumns = ({ people, indicators }: Pick<Measure, 'people' | 'indicators'>) => ({
  peopleGroup: people.group,
  peoplePlanned: people.planned,
  peopleReached: people.reached,
  indicators: {
    create: indicators.map(({ label, unit, baseline, target, values }, index) => ({
      label,
      unit,
      baselineValue: baseline?.value ?? null,
      baselineYear: baseline?.year ?? null,
      targetValue: target?.value ?? null,
      targetYear: target?.year ?? null,
      position: index + 1,
      values: { create: values },
    })),
  },
})

const noon = (date: string) => new Date(`${date}T12:00:00Z`)
const date = (text: string | null) => (text === null ? null : new Date(`${text}T00:00:00Z`))

async function createMeasure(
  tx: Transaction,
  goalId: string,
  position: number,
  measure: Measure,
  terms: Context['terms'],
): Promise<void> {
  const { id: measureId } = await tx.policyMeasure.create({
    data: {
      goalId,
      position,
      slug: measure.slug,
      title: measure.title,
      description: measure.description,
      responsibleName: measure.responsible,
      ...judgedColumns(measure),
      tradeOffs: { create: measure.tradeOffs },
      instrumentTypeId: known(terms, `policy_instrument_type ${measure.instrument}`, 'term'),
      fundings: {
        create: measure.fundings.map((row) => ({
          provider: row.provider,
          typeId: known(terms, `funding_type ${row.type}`, 'term'),
          amountEuro: row.amount,
          amountQualifier: row.amount === null ? null : 'exact',
          startsOn: date(row.startsOn),
          endsOn: date(row.endsOn),
          alignmentId: known(terms, `subsidy_alignment ${row.alignment}`, 'term'),
          alignmentNote: row.note,
          afterFundingPlan: row.plan,
        })),
      },
    },
    select: { id: true },
  })
  for (const { year, expected, expectedOn, afterwards, verdict } of measure.years) {
    const { id: expectationId } = await tx.policyExpectation.create({
      data: {
        measureId,
        year,
        text: expected,
        writtenAfterwards: afterwards,
        signedAt: noon(expectedOn),
      },
      select: { id: true },
    })
    if (!verdict) continue
    const { signedOn, reactions, ...rest } = verdict
    await tx.policyVerdict.create({
      data: {
        ...rest,
        measureId,
        year,
        expectationId,
        signedAt: noon(signedOn),
        reactions: { create: reactions },
      },
      select: { id: true },
    })
  }
}

export async function loadDemoChain(
  tx: Transaction,
  { regions, terms, organisations }: Context,
): Promise<LoadResult> {
  const file = readDemoChain()
  const stored = await tx.policyGoal.findMany({
    where: { slug: { in: file.goals.map((goal) => goal.slug) } },
    select: { slug: true },
  })
  if (stored.length > 0) return { created: 0, updated: 0 }
  const ids = new Map<string, string>()
  for (const [index, { measures, parent, people, indicators, ...goal }] of file.goals.entries()) {
    const { id } = await tx.policyGoal.create({
      data: {
        ...goal,
        ...judgedColumns({ people, indicators }),
        position: index + 1,
        isExample: true,
        regionId: known(regions, file.region, 'region'),
        organisationId: known(organisations, file.organisation, 'organisation'),
        parentId: parent === null ? null : known(ids, parent, 'goal'),
      },
      select: { id: true },
    })
    ids.set(goal.slug, id)
    for (const [at, measure] of measures.entries())
      await createMeasure(tx, id, at + 1, measure, terms)
  }
  return { created: ids.size, updated: 0 }
}
