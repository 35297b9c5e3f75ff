import { z } from 'zod'
import { day, known } from './plan'
import { readReference } from './reference'

const maybe = z.string().nullable()

const monitorEntry = z.object({
  indicators: z.array(
    z.object({
      label: z.string(),
      definition: z.string(),
      unit: z.string(),
      resultType: z.string(),
      outcome: z.string().optional(),
      sourceTitle: z.string(),
      baselineNote: maybe,
      target: z.number().nullable(),
      targetOn: maybe,
      measurements: z.array(
        z.object({
          value: z.number(),
          qualifier: maybe,
          sourceTitle: z.string(),
          sourceUrl: z.url().nullable(),
          periodStart: maybe,
          periodEnd: maybe,
          note: maybe,
        }),
      ),
    }),
  ),
  fundings: z.array(
    z.object({
      type: z.string(),
      provider: z.string(),
      amountEuro: z.int().nullable(),
      amountQualifier: maybe,
      endsOn: maybe,
      purpose: z.string(),
      sourceTitle: z.string(),
      sourceUrl: z.url().nullable(),
    }),
  ),
})

export type MonitorEntry = z.infer<typeof monitorEntry>

export const readMonitors = (): Partial<Record<string, MonitorEntry>> =>
  readReference('reference/monitors.json', z.record(z.string(), monitorEntry))

/** Nobody has looked at unpaid work yet, nor at how money and goal fit. */
export function monitorData(entry: MonitorEntry | undefined, terms: ReadonlyMap<string, string>) {
  return {
    monitor: { create: { displacementId: known(terms, 'displacement niet-onderzocht', 'term') } },
    indicators: {
      create: (entry?.indicators ?? []).map((item, index) => ({
        position: index + 1,
        label: item.label,
        definition: item.definition,
        unit: item.unit,
        resultTypeId: known(terms, `result_type ${item.resultType}`, 'term'),
        outcomeId:
          item.outcome === undefined ? null : known(terms, `outcome ${item.outcome}`, 'term'),
        sourceTitle: item.sourceTitle,
        baselineNote: item.baselineNote,
        targetValue: item.target,
        targetOn: day(item.targetOn),
        measurements: {
          create: item.measurements.map(({ periodStart, periodEnd, ...rest }) => ({
            ...rest,
            periodStart: day(periodStart),
            periodEnd: day(periodEnd),
            design: 'after_only' as const,
          })),
        },
      })),
    },
    fundings: {
      create: (entry?.fundings ?? []).map(({ type, endsOn, ...rest }) => ({
        ...rest,
        endsOn: day(endsOn),
        typeId: known(terms, `funding_type ${type}`, 'term'),
        alignmentId: known(terms, 'subsidy_alignment niet-beoordeeld', 'term'),
      })),
    },
  }
}
