import { openMonitorSchema } from '@/lib/monitor/policies/open-data.schema'
import { z } from 'zod'
import { criterionSummarySchema } from '@/lib/judgement/assessments/schema'
import { openClosureSchema } from '@/lib/knowledge/closures/schema'
import { openPoolsSchema } from '@/lib/exchange/pooling/schema'
import { openContestSchema } from '@/lib/judgement/contests/schema'
import { evidenceSchema } from '@/lib/knowledge/evidence/schema'
import { initiativeSchema } from '@/lib/knowledge/initiatives/schema'
import { completenessSchema } from '@/lib/knowledge/revisions/open-data.schema'
import { openVersionSchema } from '@/lib/knowledge/revisions/schema'

export const initiativeAnswerSchema = z.strictObject({
  ...initiativeSchema.shape,
  gearchiveerd: openClosureSchema.nullable(),
  volledigheid: completenessSchema.nullable(),
  versies: z.array(openVersionSchema),
  beoordelingen: z.array(criterionSummarySchema),
  betwistingen: z.array(openContestSchema),
  bewijs: evidenceSchema.nullable(),
  monitor: openMonitorSchema.nullable(),
  /** The same outcome of this initiative and its adoptions. */
  uitkomstenSamen: openPoolsSchema,
})
