import { z } from 'zod'
import { requiredText } from '@/lib/base/text/text'
import { PART_NAMES } from './rules'

const chosen = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')

export const splitSchema = z
  .strictObject({
    initiativeId: z.uuid(),
    title: requiredText(140),
    ...(Object.fromEntries(PART_NAMES.map((part) => [part, chosen])) as Record<
      (typeof PART_NAMES)[number],
      typeof chosen
    >),
  })
  .transform(({ initiativeId, title, ...parts }) => ({
    initiativeId,
    title,
    parts: PART_NAMES.filter((part) => parts[part]),
  }))
