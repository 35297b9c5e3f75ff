import { z } from 'zod'
import { RegionType } from '@/generated/prisma/enums'
import { isCalendarDate } from '@/lib/platform/calendar'

/** A day in the address of a page; anything else is taken as today and said. */
export const seenQuerySchema = z.object({
  peildatum: z.string().refine(isCalendarDate).optional().catch(undefined),
  soort: z.enum(RegionType).optional().catch(undefined),
  /** Region whose line stands out, by its code: several kinds of region share a name. */
  gebied: z.string().regex(/^[A-Z]{2}[0-9]{0,4}$/).optional().catch(undefined),
})
