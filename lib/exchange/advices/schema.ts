import { z } from 'zod'
import { AUTHORITIES, STATUSES } from '@/lib/exchange/obstacles/rules'
import { adviceSchema } from '@/lib/exchange/obstacles/schema'

/** What the form of an advice sends when it is kept; which file someone wants is not part of it. */
export const saveAdviceSchema = adviceSchema.omit({ soort: true })

/** The obstacles as they lie in an advice. Read as strictly as input: what was kept years ago is read by code of today. */
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
