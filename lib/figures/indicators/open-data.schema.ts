import { z } from 'zod'
import { ObservationStatus } from '@/generated/prisma/enums'
import { isCalendarDate } from '@/lib/base/text/calendar'

export const conceptSchema = z.strictObject({
  slug: z.string(),
  label: z.string(),
  labelEn: z.string(),
  definitie: z.string(),
  eenheid: z.string(),
  decimalen: z.int(),
  onbetaaldWerk: z.boolean(),
  bron: z.strictObject({ naam: z.string(), url: z.string().nullable() }).nullable(),
})

export const conceptsSchema = z.strictObject({ items: z.array(conceptSchema), totaal: z.int() })

const repeated = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(z.string().min(1, 'leeg').max(100, 'te lang')).max(50, 'te veel'),
)

/** Pages of figures within reach; filters by region or period reach the rest. */
export const OBSERVATION_PAGES = 20

/** A region by code or slug, a period by its CBS code. */
export const observationsQuerySchema = z.strictObject({
  regio: repeated,
  periode: repeated,
  /** As of the end of this day. */
  peildatum: z.string().refine(isCalendarDate, 'geen datum').optional(),
  pagina: z.coerce
    .number()
    .int()
    .min(1)
    .max(
      OBSERVATION_PAGES,
      `hoogstens ${OBSERVATION_PAGES}; vraag minder gebieden of periodes tegelijk`,
    )
    .default(1),
})

export const observationsSchema = z.strictObject({
  indicator: z.string(),
  items: z.array(
    z.strictObject({
      sleutel: z.string(),
      regio: z.strictObject({ code: z.string(), slug: z.string(), naam: z.string() }),
      periode: z.strictObject({
        code: z.string().nullable(),
        label: z.string(),
        begin: z.iso.date().nullable(),
      }),
      waarde: z.number().nullable(),
      reden: z.string().nullable(),
      dataset: z.string().nullable(),
      sinds: z.iso.datetime().nullable(),
      tot: z.iso.datetime().nullable(),
      eenheid: z.string(),
      kwalificatie: z.string(),
      status: z.enum(ObservationStatus),
      uitsplitsing: z.record(z.string(), z.string()).nullable(),
      bron: z.strictObject({ naam: z.string(), url: z.string().nullable() }),
      vindplaats: z.string().nullable(),
      opmerkingen: z.array(z.string()),
    }),
  ),
  /** Counted up to the last page; `totaalIsMinimum` says that there are more. */
  totaal: z.int(),
  totaalIsMinimum: z.boolean(),
  pagina: z.int(),
  paginas: z.int(),
  peildatum: z.iso.date(),
})
