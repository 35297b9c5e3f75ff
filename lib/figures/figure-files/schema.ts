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

/** How the columns of a file become our figures. Columns are named by their header. */
export const fileMappingSchema = z
  .strictObject({
    headerRow: z.int().min(1).max(100).default(1),
    /** Name of the sheet of a workbook; without one the first that is not hidden. */
    sheet: name.optional(),
    region: name,
    /** Codes are understood always; names only of this kind of region. */
    regionType: z.enum(REGION_TYPES).optional(),
    periodColumn: name.optional(),
    period: codeOf.optional(),
    /** How numbers are written in a text file: 1.250,5 or 1,250.5. A workbook knows its numbers by itself. */
    decimalMark: z.enum(['comma', 'point']).default('comma'),
    statusColumn: name.optional(),
    /** A file with one column of values says in another column what each row counts: null for a code that is left out. */
    indicatorColumn: name.optional(),
    indicators: z.record(z.string().min(1).max(200), slug.nullable()).default({}),
    values: z
      .array(z.strictObject({ column: name, indicator: slug.optional(), factor }))
      .min(1)
      .max(MAX_VALUE_COLUMNS),
    /** What stands for no figure, with the reason. */
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
