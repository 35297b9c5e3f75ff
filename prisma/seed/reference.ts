import { readFileSync } from 'node:fs'
import { z } from 'zod'

export function readReference<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
): z.infer<Schema> {
  const text = readFileSync(new URL(path, import.meta.url), 'utf8')
  const result = schema.safeParse(JSON.parse(text))
  if (!result.success)
    throw new Error(`prisma/seed/${path} is not as expected:\n${z.prettifyError(result.error)}`)
  return result.data
}

export const REPORT_TITLE = 'Verkennend onderzoek ongekend talent'
