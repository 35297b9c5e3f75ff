import { z } from 'zod'

export const importTargetSchema = z.strictObject({ importId: z.uuid() })
