import { z } from 'zod'

export const emptyQuerySchema = z.strictObject({})
