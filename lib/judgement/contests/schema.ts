import { z } from 'zod'
import { optionalText, requiredText } from '@/lib/base/text/text'

export const contestSchema = z.strictObject({
  initiativeId: z.uuid(),
  subject: z.string().min(1, 'choose'),
  reason: requiredText(2_000),
  source: optionalText(500),
})

export const decideSchema = z.strictObject({
  id: z.uuid(),
  outcome: z.enum(['upheld', 'rejected'], 'choose'),
  decision: requiredText(2_000),
})

export const withdrawSchema = z.strictObject({ id: z.uuid() })

/** In the open data: organisations and words, never a name of a person. */
export const openContestSchema = z.strictObject({
  over: z.enum(['score', 'bewijsniveau', 'resultaten']),
  criterium: z.string().nullable(),
  versie: z.int(),
  door: z.enum(['eigenaar', 'ander']),
  organisatie: z.string().nullable(),
  reden: z.string().nullable().describe('null zolang een ronde open is'),
  bron: z.string().nullable(),
  stand: z.enum(['open', 'gegrond', 'ongegrond', 'ingetrokken']),
  besluit: z.string().nullable(),
  besluitDoor: z.string().nullable(),
  op: z.iso.date(),
  beslotenOp: z.iso.date().nullable(),
})
