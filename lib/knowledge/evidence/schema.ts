import { z } from 'zod'
import { DIRECTION_SLUGS, directionOf } from './direction.rules'
import { EVIDENCE_CHECKS, EVIDENCE_LEVELS, type EffectSize, type EvidenceSummary } from './types'

/** As kept beside the search row. */
export const effectSizeSchema = z.object({
  label: z.string(),
  n: z.number(),
  reached: z.number(),
  without: z.number(),
  low: z.number(),
  high: z.number(),
  lowerIsBetter: z.boolean(),
}) satisfies z.ZodType<EffectSize>

/** Rows of level, stored direction and number, as the database counts them. */
export const evidenceCountsSchema = z.array(
  z.object({
    rank: z.number(),
    direction: z.string().transform(directionOf),
    count: z.number(),
  }),
)

/** What a search row keeps of the evidence, and that row as a summary. */
export const evidenceColumns = { evidenceRank: true, direction: true, effect: true } as const
export const toSummary = (row: {
  evidenceRank: number
  direction: string | null
  effect: unknown
}): EvidenceSummary => ({
  rank: row.evidenceRank,
  direction: directionOf(row.direction),
  size: effectSizeSchema.nullable().parse(row.effect),
})

export const openDirectionSchema = z.enum(Object.values(DIRECTION_SLUGS))

export const openSizeSchema = z
  .strictObject({
    uitkomst: z.string(),
    mensen: z.int(),
    metResultaat: z.int(),
    zonderInitiatief: z.int(),
    verschil: z.int(),
    interval95: z.strictObject({ laag: z.int(), hoog: z.int() }),
    lagerIsBeter: z.boolean(),
  })
  .nullable()

export const evidenceSchema = z.strictObject({
  niveau: z.enum(EVIDENCE_LEVELS),
  trede: z.int().min(0).max(5),
  richting: openDirectionSchema,
  grootte: openSizeSchema,
  laatsteMeting: z.iso.date().nullable(),
  controles: z.record(z.enum(EVIDENCE_CHECKS), z.boolean()),
})
