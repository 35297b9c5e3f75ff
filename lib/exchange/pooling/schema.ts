import { z } from 'zod'
import { openHorizonSchema, openOutcomeSchema } from '@/lib/judgement/measurements/open-data.schema'
import { openDirectionSchema } from '@/lib/knowledge/evidence/schema'
import { DESIGN_SLUGS, LEFT_OUT_SLUGS } from './open-data.rules'

const span = z.strictObject({ laag: z.number(), hoog: z.number() })
const study = z.strictObject({
  initiatief: z.strictObject({ slug: z.string(), titel: z.string(), regio: z.string().nullable() }),
  meting: z.url(),
})

/** Fractions of 1: a gain (above zero is better), or a share where nothing was compared. */
export const openPoolsSchema = z.array(
  z.strictObject({
    uitkomst: openOutcomeSchema,
    groepen: z.array(
      z.strictObject({
        opzet: z.enum(Object.values(DESIGN_SLUGS)),
        termijn: openHorizonSchema,
        maat: z.enum(['verschil', 'aandeel']),
        richting: openDirectionSchema,
        onderzoeken: z.array(
          z.strictObject({
            ...study.shape,
            teller: z.int(),
            n: z.int(),
            vergelijking: z.strictObject({ teller: z.int(), n: z.int() }).nullable(),
            schatting: z.number(),
            interval95: span,
            richting: openDirectionSchema,
            gewicht: z.number().nullable(),
          }),
        ),
        /** Null when there are too few to take together. */
        samen: z
          .strictObject({
            schatting: z.number(),
            interval95: span,
            voorspelling95: span,
            i2: z.number(),
          })
          .nullable(),
        nodig: z.int(),
      }),
    ),
    nietErbij: z.array(
      z.strictObject({ ...study.shape, reden: z.enum(Object.values(LEFT_OUT_SLUGS)) }),
    ),
  }),
)
