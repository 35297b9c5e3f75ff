import { z } from 'zod'

/** The form behind the buttons that write or throw away what was checked. */
export const importTargetSchema = z.strictObject({ importId: z.uuid() })
