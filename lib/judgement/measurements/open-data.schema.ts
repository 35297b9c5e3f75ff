import { z } from 'zod'
import { openDirectionSchema, openSizeSchema } from '@/lib/knowledge/evidence/schema'
import { EVIDENCE_LEVELS } from '@/lib/knowledge/evidence/types'

export const openHorizonSchema = z.enum(['kort', '12-maanden', 'langer']).nullable()

export const openOutcomeSchema = z
  .strictObject({
    slug: z.string(),
    label: z.string(),
    labelEn: z.string(),
    telt: z.enum(['mensen', 'uren', 'punten']),
    termijn: openHorizonSchema,
    lagerIsBeter: z.boolean(),
  })
  .nullable()

/** Figures that could identify someone are null; `afgeschermd` says why. */
export const openMeasurementSchema = z.strictObject({
  /** Also the last part of its address. */
  id: z.uuid(),
  gemetenOp: z.iso.date().nullable(),
  periodeBegin: z.iso.date().nullable(),
  periodeEind: z.iso.date().nullable(),
  waarde: z.number().nullable(),
  teller: z.int().nullable(),
  n: z.int().nullable(),
  afgeschermd: z.enum(['minder-dan-10-mensen', 'minder-dan-5', 'minder-dan-5-zonder']).nullable(),
  interval95: z.strictObject({ laag: z.number(), hoog: z.number() }).nullable(),
  populatie: z.string().nullable(),
  termijn: openHorizonSchema,
  opzet: z.enum([
    'achteraf',
    'vooraf-en-achteraf',
    'vergelijking',
    'bijna-experiment',
    'experiment',
  ]),
  onafhankelijk: z.boolean(),
  vergelijking: z.strictObject({
    teller: z.int().nullable(),
    n: z.int().nullable(),
    omschrijving: z.string().nullable(),
  }),
  effect: z
    .strictObject({
      richting: z.enum(['beter', 'gelijk', 'slechter', 'onduidelijk']),
      verschil: z.number().nullable(),
      laag: z.number().nullable(),
      hoog: z.number().nullable(),
    })
    .nullable(),
  bron: z.string(),
  bronUrl: z.string().nullable(),
  bestandUrl: z.url().nullable(),
  /** Of the owner. */
  reactie: z
    .strictObject({ organisatie: z.string(), op: z.iso.datetime(), tekst: z.string() })
    .nullable(),
})

/** One measurement at its own address, also when it was corrected or its initiative ended. */
export const measurementAnswerSchema = z.strictObject({
  ...openMeasurementSchema.shape,
  url: z.url(),
  initiatief: z.strictObject({
    slug: z.string(),
    titel: z.string(),
    organisatie: z.string(),
    status: z.enum(['open', 'gearchiveerd', 'samengevoegd', 'ingetrokken']),
  }),
  indicator: z.string(),
  eenheid: z.string(),
  lagerIsBeter: z.boolean(),
  uitkomst: openOutcomeSchema,
  /** What this measurement says by itself; null when it is no change for people. */
  bewijs: z
    .strictObject({
      niveau: z.enum(EVIDENCE_LEVELS),
      trede: z.int().min(0).max(5),
      richting: openDirectionSchema,
      grootte: openSizeSchema,
    })
    .nullable(),
  ingevoerdOp: z.iso.datetime(),
  vervangenDoor: z
    .strictObject({ url: z.url(), op: z.iso.datetime(), reden: z.string().nullable() })
    .nullable(),
  vervangt: z.array(z.url()),
  citaat: z.string(),
})
