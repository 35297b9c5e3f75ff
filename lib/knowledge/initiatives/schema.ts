import { z } from 'zod'
import { openAttachmentSchema, openImageSchema } from '@/lib/knowledge/media/schema'
import { LIFECYCLE_SLUGS } from '@/lib/base/taxonomy/types'

const term = z.strictObject({ slug: z.string(), label: z.string() })

/** Everything public of an initiative. Persons only by name and role, with their consent. */
export const initiativeSchema = z.strictObject({
  slug: z.string(),
  titel: z.string(),
  samenvatting: z.string(),
  aanleiding: z.string(),
  verhaal: z.string().describe('Markdown (CommonMark) met tabellen'),
  url: z.url(),
  versie: z.int(),
  gepubliceerdOp: z.iso.datetime().nullable(),
  bevestigdOp: z.iso.datetime().nullable(),
  fase: z.enum(Object.values(LIFECYCLE_SLUGS)),
  redenGestopt: z.string().nullable(),
  begin: z.iso.date().nullable(),
  eind: z.iso.date().nullable(),
  beheerder: z.string(),
  eigenaar: z.string().nullable(),
  partners: z.array(z.string()),
  contact: z.strictObject({ naam: z.string(), functie: z.string().nullable() }).nullable(),
  regios: z.array(z.strictObject({ code: z.string(), slug: z.string(), naam: z.string() })),
  doelgroepen: z.array(term),
  sectoren: z.array(term),
  instrumenten: z.array(term),
  instrumentenGepland: z.array(term),
  instrumentenNietMogelijk: z.array(term),
  opgaven: z.array(term),
  drijfveren: z.array(term),
  stijl: z.array(term),
  stappen: z.array(z.strictObject({ naam: z.string(), beschrijving: z.string() })),
  resultaten: z.array(
    z.strictObject({
      soort: z.string(),
      label: z.string(),
      waarde: z.number().nullable(),
      eenheid: z.string().nullable(),
      kwalificatie: z.string().nullable(),
      gemeten: z.boolean(),
      toelichting: z.string().nullable(),
    }),
  ),
  werkzameElementen: z.array(z.string()),
  impact: z.array(z.string()),
  succesfactoren: z.array(z.string()),
  lessen: z.array(z.string()),
  aanbevelingen: z.array(z.string()),
  knelpunten: z.array(z.string()),
  kennisgaten: z.array(z.string()),
  watWijAndersZoudenDoen: z.array(z.string()),
  bronnen: z.array(z.strictObject({ titel: z.string(), url: z.string().nullable() })),
  afbeeldingen: z.array(openImageSchema),
  bijlagen: z.array(openAttachmentSchema),
  paragraafRapport: z.string().nullable(),
  isVoorbeeld: z.boolean(),
})

export const confirmSchema = z.strictObject({ initiativeId: z.uuid() })
