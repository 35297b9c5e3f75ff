import { z } from 'zod'

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-+[a-z0-9]+)*$/, 'slug')
  .max(120)
const name = z.string().min(1).max(200)
const factor = z.number().positive().max(1_000_000).default(1)
const codeOf = z.string().regex(/^\d{4}(JJ00|KW0[1-4]|MM(0[1-9]|1[0-2])|HJ0[12])$/, 'period')

export const REGION_TYPES = [
  'province',
  'labour_market',
  'ggd',
  'municipality',
  'landsdeel',
] as const
export const MAX_VALUE_COLUMNS = 60
export const MAX_CODES = 200

export const fileMappingSchema = z
  .strictObject({
    headerRow: z.int().min(1).max(100).default(1),
    /** Sheet of a workbook; defaults to the first visible one. */
    sheet: name.optional(),
    region: name,
    /** Codes always work; names only for this type of region. */
    regionType: z.enum(REGION_TYPES).optional(),
    periodColumn: name.optional(),
    period: codeOf.optional(),
    /** Notation in a text file: 1.250,5 or 1,250.5. A workbook stores its numbers. */
    decimalMark: z.enum(['comma', 'point']).default('comma'),
    statusColumn: name.optional(),
    /** Indicator by code, for a file with one column of values; null leaves a code out. */
    indicatorColumn: name.optional(),
    indicators: z.record(z.string().min(1).max(200), slug.nullable()).default({}),
    values: z
      .array(z.strictObject({ column: name, indicator: slug.optional(), factor }))
      .min(1)
      .max(MAX_VALUE_COLUMNS),
    missing: z
      .record(z.string().max(20), z.string().min(1).max(60))
      .default({ '.': 'Missing', '-': 'Missing', x: 'Confidential', X: 'Confidential' }),
    breakdown: z.record(name, name).default({}),
  })
  .refine(
    (mapping) => (mapping.periodColumn === undefined) !== (mapping.period === undefined),
    'periodOrColumn',
  )
  .refine(
    (mapping) =>
      mapping.values.every(
        ({ indicator }) => (indicator === undefined) === (mapping.indicatorColumn !== undefined),
      ),
    'indicatorPerColumnOrRow',
  )
  .refine(
    (mapping) =>
      mapping.indicatorColumn === undefined ||
      (mapping.values.length === 1 &&
        Object.values(mapping.indicators).some((known) => known !== null)),
    'indicatorPerColumnOrRow',
  )
export type FileMapping = z.infer<typeof fileMappingSchema>
