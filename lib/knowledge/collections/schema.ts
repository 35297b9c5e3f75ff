import { z } from 'zod'
import { optionalText, requiredText } from '@/lib/base/text/text'

const version = z.coerce.number().int().min(1).max(1_000_000)
const about = { collectionId: z.uuid(), version }

export const newCollectionSchema = z.strictObject({
  organisationId: z.uuid('choose'),
  title: requiredText(140),
  lead: requiredText(400),
})
export const collectionSchema = z.strictObject({
  ...about,
  title: requiredText(140),
  lead: requiredText(400),
  story: optionalText(12_000),
})
export const addEntrySchema = z.strictObject({
  ...about,
  address: requiredText(500),
  why: optionalText(600),
})
export const entrySchema = z.strictObject({
  ...about,
  initiativeId: z.uuid(),
  act: z.enum(['up', 'down', 'remove']),
})
export const publishSchema = z.strictObject({ ...about, act: z.enum(['publish', 'withdraw']) })

export const openCollectionsSchema = z.strictObject({
  items: z.array(
    z.strictObject({
      slug: z.string(),
      titel: z.string(),
      inleiding: z.string(),
      verhaal: z.string(),
      organisatie: z.string(),
      gepubliceerdOp: z.iso.datetime(),
      voorbeeld: z.boolean(),
      url: z.url(),
      initiatieven: z.array(
        z.strictObject({ slug: z.string(), titel: z.string(), waarom: z.string() }),
      ),
    }),
  ),
  totaal: z.int(),
})
