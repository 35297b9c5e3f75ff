import { z } from 'zod'
import { KIND_SLUGS } from './rules'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const place = z.strictObject({ nummer: z.int(), vingerafdruk: hash })

/** A page of entries. */
export const PAGE_SIZE = 1_000
/** Heads in one answer: more than ten years of days. */
export const MAX_HEADS = 4_000

export const openLedgerSchema = z.strictObject({
  laatste: place,
  controle: z
    .strictObject({
      op: z.iso.datetime(),
      regels: z.int(),
      vingerafdrukken: z.int(),
      fouten: z.int(),
    })
    .nullable(),
  dagen: z.array(place.extend({ dag: z.iso.date() })),
})

export const openEntriesQuerySchema = z.strictObject({
  na: z.coerce.number().int().min(0).max(2_147_483_647).default(0),
})

export const openEntriesSchema = z.strictObject({
  items: z.array(
    z.strictObject({
      nummer: z.int(),
      soort: z.enum(Object.values(KIND_SLUGS)),
      vorm: z.int(),
      inhoud: hash,
      vorige: hash,
      achteraf: z.boolean(),
      vastgelegdOp: z.iso.datetime(),
      vingerafdruk: hash,
      tekst: z.string().nullable(),
      url: z.url().nullable(),
    }),
  ),
  volgende: z.int().nullable(),
})
