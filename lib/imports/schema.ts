import { z } from 'zod'
import { cbsMappingSchema } from '@/lib/cbs/schema'

const slug = z.string().regex(/^[a-z0-9]+(-+[a-z0-9]+)*$/, 'slug').max(120)
const name = z.string().min(1).max(200)
const factor = z.number().positive().max(1_000_000).default(1)
const codeOf = z.string().regex(/^\d{4}(JJ00|KW0[1-4]|MM(0[1-9]|1[0-2])|HJ0[12])$/, 'period')

/** How the columns of a file become our figures. Columns are named by their header. */
export const fileMappingSchema = z
  .strictObject({
    headerRow: z.int().min(1).max(100).default(1),
    region: name,
    /** Codes are understood always; names only of this kind of region. */
    regionType: z.enum(['province', 'labour_market', 'ggd', 'municipality', 'landsdeel']).optional(),
    periodColumn: name.optional(),
    period: codeOf.optional(),
    values: z.array(z.strictObject({ column: name, indicator: slug, factor })).min(1).max(60),
    /** What stands for no figure, with the reason. */
    missing: z.record(z.string().max(20), z.string().min(1).max(60)).default({ '.': 'Missing', '-': 'Missing', x: 'Confidential', X: 'Confidential' }),
    breakdown: z.record(name, name).default({}),
  })
  .refine((mapping) => (mapping.periodColumn === undefined) !== (mapping.period === undefined), 'periodOrColumn')
export type FileMapping = z.infer<typeof fileMappingSchema>

/** A dataset as the command line saves it. */
export const datasetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cbs_odata'), slug, title: name, source: name, isComplete: z.boolean().default(true), rollup: z.boolean().default(false), mapping: cbsMappingSchema }),
  z.strictObject({ kind: z.literal('file'), slug, title: name, source: name, isComplete: z.boolean().default(false), rollup: z.boolean().default(false), mapping: fileMappingSchema }),
])
export type DatasetInput = z.infer<typeof datasetSchema>

/** The form behind the buttons that write or throw away what was checked. */
export const importTargetSchema = z.strictObject({ importId: z.uuid() })
/** The form that starts reading a table of CBS. */
export const datasetTargetSchema = z.strictObject({ dataset: slug })
