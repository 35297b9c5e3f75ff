import { z } from 'zod'
import { EVIDENCE_CHECKS, EVIDENCE_LEVELS } from './types'

export const evidenceSchema = z.strictObject({
  niveau: z.enum(EVIDENCE_LEVELS),
  trede: z.int().min(0).max(5),
  laatsteMeting: z.iso.date().nullable(),
  controles: z.record(z.enum(EVIDENCE_CHECKS), z.boolean()),
})
