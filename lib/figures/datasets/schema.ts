import { z } from 'zod'
import { cbsMappingSchema } from '@/lib/figures/cbs/schema'
import { fileMappingSchema, MAX_CODES, REGION_TYPES } from '@/lib/figures/figure-files/schema'
import { parseDutchNumber } from '@/lib/base/text/number'
import { optionalText, requiredText, safeUrl } from '@/lib/base/text/text'
import { readPeriod } from '@/lib/figures/statistics/rules'

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-+[a-z0-9]+)*$/, 'slug')
  .max(120)
const name = z.string().min(1).max(200)
export const MAX_SHOWN_COLUMNS = 80

export const datasetSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('cbs_odata'),
    slug,
    title: name,
    source: name,
    isComplete: z.boolean().default(true),
    rollup: z.boolean().default(false),
    mapping: cbsMappingSchema,
  }),
  z.strictObject({
    kind: z.literal('file'),
    slug,
    title: name,
    source: name,
    isComplete: z.boolean().default(false),
    rollup: z.boolean().default(false),
    mapping: fileMappingSchema,
  }),
])
export type DatasetInput = z.infer<typeof datasetSchema>

export const datasetTargetSchema = z.strictObject({ dataset: slug })

export const tablePreviewSchema = z.strictObject({
  table: z.string(),
  title: z.string(),
  modified: z.string().nullable(),
  dimensions: z.array(
    z.strictObject({
      name: z.string(),
      codes: z.array(z.strictObject({ code: z.string(), title: z.string() })),
    }),
  ),
  measures: z.array(
    z.strictObject({
      code: z.string(),
      title: z.string(),
      unit: z.string(),
      decimals: z.int().nullable(),
    }),
  ),
  rows: z.array(z.record(z.string(), z.string())),
})
export type TablePreview = z.infer<typeof tablePreviewSchema>

export const tableCodeSchema = z.strictObject({
  table: z
    .string()
    .transform((text) => text.trim().toUpperCase())
    .pipe(z.string().regex(/^[0-9A-Z]{4,20}$/, 'tableCode')),
})

export const ROLES = [
  'skip',
  'region',
  'period',
  'value',
  'status',
  'indicator',
  'dimension',
] as const
export type ColumnRole = (typeof ROLES)[number]

const ticked = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')
const factorText = z
  .string()
  .default('1')
  .transform((text, context) => {
    const value = Number(parseDutchNumber(text.trim() === '' ? '1' : text.trim()) ?? Number.NaN)
    if (value > 0 && value <= 1_000_000) return value
    context.addIssue({ code: 'custom', message: 'factor' })
    return z.NEVER
  })
const slugOrNone = z.union([z.literal(''), slug]).default('')

const about = {
  sampleId: z.uuid(),
  version: z.coerce.number().int().min(0),
  title: requiredText(200),
  source: z.string().min(1, 'choose').max(120),
  sourceName: optionalText(200),
  sourceUrl: z.union([z.literal(''), safeUrl]).default(''),
  sourceLicence: optionalText(100),
  isComplete: ticked,
  rollup: ticked,
}

export const OTHER_SOURCE = 'andere-bron'

const needsName = (form: { source: string; sourceName: string }, context: z.RefinementCtx) => {
  if (form.source === OTHER_SOURCE && form.sourceName === '')
    context.addIssue({ code: 'custom', path: ['sourceName'], message: 'required' })
}

const columnSchema = z.strictObject({
  name: z.string().min(1).max(200),
  role: z.enum(ROLES),
  indicator: slugOrNone,
  factor: factorText,
  dimension: optionalText(60),
})
const codeSchema = z.strictObject({
  column: z.string().max(200),
  code: z.string().max(200),
  indicator: slugOrNone,
})

export const fileFormSchema = z
  .strictObject({
    ...about,
    headerRow: z.coerce.number().int().min(1).max(100),
    sheet: z
      .string()
      .max(200)
      .default('')
      .transform((text) => (text === '' ? undefined : text)),
    regionType: z.union([z.literal('').transform(() => undefined), z.enum(REGION_TYPES)]),
    period: z.string().trim().max(40).default(''),
    decimalMark: z.enum(['comma', 'point']),
    unknown: z.string().max(100).default(''),
    secret: z.string().max(100).default(''),
    columns: z.array(columnSchema).min(1).max(MAX_SHOWN_COLUMNS),
    codes: z.array(codeSchema).max(MAX_CODES).default([]),
  })
  .superRefine(needsName)
  .superRefine(({ columns, codes, period }, context) => {
    const fault = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    const count = (role: ColumnRole) => columns.filter((column) => column.role === role).length
    if (count('region') !== 1) fault(['columns'], 'regionColumnOnce')
    if (count('period') + (period === '' ? 0 : 1) !== 1) fault(['period'], 'periodOnce')
    else if (period !== '' && readPeriod(period) === null) fault(['period'], 'periodText')
    if (count('status') > 1 || count('indicator') > 1) fault(['columns'], 'roleOnce')
    if (count('value') === 0) fault(['columns'], 'valueColumnNone')
    if (count('indicator') === 1 && count('value') > 1)
      fault(['columns'], 'oneValueBesideIndicator')
    const indicatorColumn = columns.find(({ role }) => role === 'indicator')
    if (
      indicatorColumn &&
      !codes.some(({ column, indicator }) => column === indicatorColumn.name && indicator !== '')
    )
      fault(['columns'], 'codesNone')
    columns.forEach(({ role, indicator }, index) => {
      if (role === 'value' && indicator === '' && !indicatorColumn)
        fault(['columns', index, 'indicator'], 'indicatorChoose')
    })
  })
export type FileForm = z.infer<typeof fileFormSchema>

const measureSchema = z.strictObject({
  code: z.string().max(60).default(''),
  indicator: slugOrNone,
  factor: factorText,
})
const onlySchema = z.strictObject({
  name: z.string().min(1).max(200),
  only: z.string().max(60).default(''),
})

export const tableFormSchema = z
  .strictObject({
    ...about,
    regionDimension: z
      .string()
      .max(200)
      .transform((text) => (text === '' ? null : text)),
    periodDimension: z.string().min(1).max(200),
    filter: z.string().trim().max(2_000).default(''),
    measures: z.array(measureSchema).max(MAX_SHOWN_COLUMNS),
    dims: z.array(onlySchema).max(40).default([]),
  })
  .superRefine(needsName)
  .superRefine(({ measures, regionDimension, periodDimension }, context) => {
    const filled = measures.filter(({ code }) => code !== '')
    if (filled.length === 0)
      context.addIssue({ code: 'custom', path: ['measures'], message: 'measureNone' })
    if (new Set(filled.map(({ code }) => code)).size < filled.length)
      context.addIssue({ code: 'custom', path: ['measures'], message: 'measureTwice' })
    measures.forEach(({ code, indicator }, index) => {
      if (code !== '' && indicator === '')
        context.addIssue({
          code: 'custom',
          path: ['measures', index, 'indicator'],
          message: 'indicatorChoose',
        })
    })
    if (regionDimension === periodDimension)
      context.addIssue({ code: 'custom', path: ['periodDimension'], message: 'dimensionTwice' })
  })
export type TableForm = z.infer<typeof tableFormSchema>

export const indicatorFormSchema = z.strictObject({
  labelNl: requiredText(160),
  labelEn: requiredText(160),
  definitionNl: requiredText(1_000),
  definitionEn: requiredText(1_000),
  unit: requiredText(40),
  decimals: z.coerce
    .number('integer')
    .int('integer')
    .min(0, 'decimalsRange')
    .max(4, 'decimalsRange'),
  additive: ticked,
  unpaidWork: ticked,
})
export type IndicatorForm = z.infer<typeof indicatorFormSchema>
