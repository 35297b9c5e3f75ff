import { z } from 'zod'

/** Figures that could identify someone are null; `afgeschermd` says why. */
export const openMeasurementSchema = z.strictObject({
  gemetenOp: z.iso.date().nullable(),
  periodeBegin: z.iso.date().nullable(),
  periodeEind: z.iso.date().nullable(),
  waarde: z.number().nullable(),
  teller: z.int().nullable(),
  n: z.int().nullable(),
  afgeschermd: z.enum(['minder-dan-10-mensen', 'minder-dan-5', 'minder-dan-5-zonder']).nullable(),
  interval95: z.strictObject({ laag: z.number(), hoog: z.number() }).nullable(),
  populatie: z.string().nullable(),
  termijn: z.enum(['kort', '12-maanden', 'langer']).nullable(),
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
})
