import { z } from 'zod'

/** Query of a resource that takes no keys. */
export const emptyQuerySchema = z.strictObject({})
