import { z } from 'zod'
import { requiredText } from '@/lib/base/text/text'
import { MAX_IDEA, MIN_IDEA_WORDS } from './rules'

export const ideaSchema = z.object({
  idea: requiredText(MAX_IDEA).refine(
    (text) => text === '' || text.split(/\s+/).length >= MIN_IDEA_WORDS,
    'ideaTooShort',
  ),
  /** Which button was pressed. */
  act: z.enum(['check', 'keep']).catch('check'),
})
