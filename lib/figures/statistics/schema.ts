import { z } from 'zod'
import { RegionType } from '@/generated/prisma/enums'
import { isCalendarDate } from '@/lib/base/text/calendar'
import { SPAN_PARAMETERS, SPANS } from './rules'

export const seenQuerySchema = z
  .object({
    peildatum: z.string().refine(isCalendarDate).optional().catch(undefined),
    terug: z
      .string()
      .transform((typed) => SPANS.find((span) => SPAN_PARAMETERS[span] === typed))
      .optional()
      .catch(undefined),
    soort: z.enum(RegionType).optional().catch(undefined),
    gebied: z
      .string()
      .regex(/^[A-Z]{2}[0-9]{0,4}$/)
      .optional()
      .catch(undefined),
  })
  .transform(({ peildatum, terug, soort, gebied }) => ({
    asOf: peildatum,
    span: terug,
    regionType: soort,
    /** Code of the region whose line stands out: regions of several types share a name. */
    region: gebied,
  }))
