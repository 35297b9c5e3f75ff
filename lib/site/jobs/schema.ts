import { z } from 'zod'
import { JOB_NAMES } from './rules'

export const jobNameSchema = z.strictObject({ name: z.enum(JOB_NAMES) })
