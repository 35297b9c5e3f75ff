/**
 * When two initiatives are merged, what points to the one that goes in is moved to the one that
 * stays: adoptions, collections, obstacles, learning questions, meetings to come, goals, measures,
 * money and followers. What the one that stays has already is not moved a second time, so nothing is
 * doubled; money counts as the same when kind, giver, amount and end are.
 *
 * What was said or measured of a text stays with that text, because it says nothing of the other:
 * versions, judgements, measurements with their indicators, the policy monitor and questions with
 * their answers. It stays readable with the last version, and the one that stays links to it. So the
 * evidence of neither changes by a measurement of the other.
 *
 * Source: docs/model.md, "An initiative that ends"; docs/adr/0046.
 */
import type { MergePair, MergePlan } from './types'

/** Why two initiatives cannot be merged; null when they can. */
export function mergeFault({ from, into }: MergePair): 'mergeItself' | 'mergeClosed' | null {
  if (from.initiativeId === into.initiativeId) return 'mergeItself'
  return from.isPublished && into.isPublished ? null : 'mergeClosed'
}

/** Only what there is. */
export function shownPlan({ moves, stays }: MergePlan): MergePlan {
  return {
    moves: moves.filter((one) => one.moves + one.stays > 0),
    stays: stays.filter(({ count }) => count > 0),
  }
}
