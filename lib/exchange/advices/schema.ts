import { z } from 'zod'
import { AUTHORITIES, STATUSES } from '@/lib/exchange/obstacles/rules'
import { adviceSchema } from '@/lib/exchange/obstacles/schema'

export const saveAdviceSchema = adviceSchema.omit({ soort: true })

/** Parsed as strictly as input: an old row is read by new code. */
export const savedObstaclesSchema = z.array(
  z.object({
    id: z.string(),
    slug: z.string(),
    title: z.string(),
    description: z.string(),
    law: z.string(),
    authority: z.enum(AUTHORITIES),
    authorityName: z.string(),
    status: z.enum(STATUSES),
    raisedOn: z.string().nullable(),
    solvedOn: z.string().nullable(),
    answer: z.string().nullable(),
    since: z.string(),
    groups: z.array(z.object({ slug: z.string(), labelNl: z.string(), labelEn: z.string() })),
    regions: z.array(z.object({ slug: z.string(), code: z.string(), name: z.string() })),
    initiatives: z.array(
      z.object({
        id: z.string(),
        slug: z.string(),
        title: z.string(),
        organisationId: z.string(),
        note: z.string(),
      }),
    ),
  }),
)
