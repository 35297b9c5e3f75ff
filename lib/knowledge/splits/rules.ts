/**
 * A part of an initiative can go on as an initiative of its own. It begins as a draft with the parts
 * of the text that were chosen, the terms and the regions, and both are published in the ordinary
 * way. Results, goals, measurements, judgements and money stay where they are: they hold for the
 * whole, and would count twice.
 *
 * Source: docs/model.md, "An initiative that ends"; docs/adr/0046.
 */
import { TAG_FIELDS, type DraftContent, type DraftField } from '@/lib/knowledge/revisions/types'

export const SPLIT_PARTS = {
  summary: ['summary', 'problem'],
  story: ['story'],
  approach: ['steps', 'workingElements'],
  learned: ['successFactors', 'lessons', 'recommendations', 'obstacles', 'wouldDoDifferently'],
  scale: ['scalabilitySupports', 'scalabilityLimits', 'knowledgeGaps'],
  who: ['ownerName', 'partners'],
  sources: ['sources'],
} as const satisfies Record<string, readonly DraftField[]>

export type SplitPart = keyof typeof SPLIT_PARTS
export const PART_NAMES = Object.keys(SPLIT_PARTS) as [SplitPart, ...SplitPart[]]

const ALWAYS = [
  'regions',
  'style',
  ...(Object.keys(TAG_FIELDS) as (keyof typeof TAG_FIELDS)[]),
] as const satisfies readonly DraftField[]

/** The content of the new draft: its own title, with these parts of the other one. */
export function splitContent(
  empty: DraftContent,
  whole: DraftContent,
  parts: readonly SplitPart[],
): DraftContent {
  const fields: readonly DraftField[] = [...ALWAYS, ...parts.flatMap((part) => SPLIT_PARTS[part])]
  return { ...empty, ...Object.fromEntries(fields.map((field) => [field, whole[field]])) }
}
