import { z } from 'zod'
import { LESSON_PARAMETERS } from './rules'

const kind = z.enum(Object.values(LESSON_PARAMETERS))

export const openLessonsQuerySchema = z.strictObject({
  les: kind.optional(),
  doelgroep: z.string().max(120).optional(),
  instrument: z.string().max(120).optional(),
  regio: z.string().max(120).optional(),
  pagina: z.coerce.number().int().min(1).max(10_000).default(1),
})

export const openLessonsSchema = z.strictObject({
  items: z.array(
    z.strictObject({
      les: z.string(),
      soort: kind,
      initiatief: z.string(),
      initiatiefTitel: z.string(),
      overgenomenDoor: z.string().nullable(),
      maandenNaStart: z.int().nullable(),
      regios: z.array(z.strictObject({ slug: z.string(), naam: z.string() })),
      voorbeeld: z.boolean(),
      url: z.url(),
    }),
  ),
  totaal: z.int(),
  pagina: z.int(),
})
