/**
 * An organisation acts for one region and may work for more; whoever belongs to it neither judges
 * nor reviews in any of these. Two organisations that become one keep both records: the older one
 * ends, and its people, initiatives, goals, measures, adoptions, calls, meetings, collections and
 * obstacles move to the one that goes on. What was said or signed stays under the name it was said
 * under: judgements, replies, questions and verdicts.
 *
 * An organisation that holds something does not end without a successor.
 *
 * Source: docs/model.md, "Who uses it"; docs/adr/0037-letting-people-in.md.
 */
import type { OrganisationDetail } from './types'

export const MAX_ALSO_REGIONS = 35

/** Whether ending it would leave something without an owner. */
export function needsSuccessor({ holds }: Pick<OrganisationDetail, 'holds'>): boolean {
  return Object.values(holds).some((count) => count > 0)
}
