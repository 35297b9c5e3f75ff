import { z } from 'zod'

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-+[a-z0-9]+)*$/, 'slug')
  .max(120)
const name = z.string().min(1).max(200)
const factor = z.number().positive().max(1_000_000).default(1)

/** The title is stored so that a change of meaning stops the import. */
export const cbsMappingSchema = z.strictObject({
  table: z.string().regex(/^[0-9A-Za-z]{4,20}$/, 'table'),
  /** OData filter; must stay the same, or figures would seem to be withdrawn. */
  filter: z.string().max(2_000).optional(),
  regionDimension: name.nullable(),
  periodDimension: name.default('Perioden'),
  /** By code of CBS. The factor is 1,000 for a table "x 1 000". */
  measures: z.record(name, z.strictObject({ indicator: slug, title: name, factor })),
  /** Rows with other codes here are left out; these dimensions stay out of the breakdown. */
  only: z.record(name, name).default({}),
})
export type CbsMapping = z.infer<typeof cbsMappingSchema>

export const propertiesSchema = z.looseObject({
  Modified: z.string().max(100).optional(),
  Title: z.string().optional(),
})
export const dimensionSchema = z.looseObject({ Identifier: z.string() })
export const codeSchema = z.looseObject({
  Identifier: z.string(),
  Title: z.string().default(''),
  Status: z.string().nullish(),
  Unit: z.string().nullish(),
  Decimals: z.int().nullish(),
})
export const observationSchema = z.looseObject({
  Measure: z.string(),
  Value: z.number().nullable(),
  ValueAttribute: z.string().nullish(),
})
export type CbsObservation = z.infer<typeof observationSchema>
