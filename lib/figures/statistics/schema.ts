import { z } from 'zod'
import { RegionType } from '@/generated/prisma/enums'
import { isCalendarDate } from '@/lib/base/text/calendar'
import { SPANS } from './rules'

/** What is chosen in the address of a page; anything else counts as not chosen. */
export const seenQuerySchema = z.object({
  peildatum: z.string().refine(isCalendarDate).optional().catch(undefined),
  /** How far back one looks. */
  terug: z.enum(SPANS).optional().catch(undefined),
  soort: z.enum(RegionType).optional().catch(undefined),
  /** Region whose line stands out, by its code: several kinds of region share a name. */
  gebied: z
    .string()
    .regex(/^[A-Z]{2}[0-9]{0,4}$/)
    .optional()
    .catch(undefined),
})
