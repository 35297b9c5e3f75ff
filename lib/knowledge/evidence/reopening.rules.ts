/**
 * Criteria whose subject changed; "vernieuwend" also when three regions run the initiative.
 * Source: docs/model.md, "Rating model", rule 6; docs/domain.md, section 5.5.
 */
import {
  type ComparedRevision,
  type PanelDrift,
  type ReopenedCriterion,
  REVISION_CHANGES,
  type RevisionChange,
} from './types'
import { needsNoveltyRecheck } from './rules'

/** What differs between the judged and the public version, regardless of order. */
export function revisionChanges(
  judged: ComparedRevision,
  current: ComparedRevision,
): RevisionChange[] {
  const differs = (a: readonly string[], b: readonly string[]) =>
    a.toSorted().join('\n') !== b.toSorted().join('\n')
  const changed: Readonly<Record<Exclude<RevisionChange, 'outcome'>, boolean>> = {
    approach: differs(judged.approach, current.approach),
    targetGroups: differs(judged.targetGroups, current.targetGroups),
    challenges: differs(judged.challenges, current.challenges),
    lifecycle: judged.lifecycle !== current.lifecycle,
    regions: differs(judged.regions, current.regions),
  }
  return REVISION_CHANGES.filter((change) => change !== 'outcome' && changed[change])
}

const TOUCHES: Readonly<Record<RevisionChange, readonly ReopenedCriterion[]>> = {
  approach: ['vernieuwend', 'doelmatig', 'opschaalbaar'],
  targetGroups: ['doelmatig', 'maatschappelijke-opgaven'],
  challenges: ['maatschappelijke-opgaven'],
  lifecycle: ['duurzaam-toekomstbestendig'],
  outcome: ['meetbaar-bewezen', 'doelmatig'],
  regions: ['opschaalbaar'],
}
const CRITERIA_ORDER: readonly ReopenedCriterion[] = [
  'vernieuwend',
  'meetbaar-bewezen',
  'doelmatig',
  'maatschappelijke-opgaven',
  'opschaalbaar',
  'duurzaam-toekomstbestendig',
]

/** Criteria to look at again after these changes, each with the changes that opened it. */
export function reopenedCriteria({
  changes,
  regions,
  regionsWhenJudged,
}: PanelDrift): { criterion: ReopenedCriterion; because: (RevisionChange | 'threeRegions')[] }[] {
  return CRITERIA_ORDER.flatMap((criterion) => {
    const because: (RevisionChange | 'threeRegions')[] = changes.filter((change) =>
      TOUCHES[change].includes(criterion),
    )
    if (criterion === 'vernieuwend' && needsNoveltyRecheck(regions, regionsWhenJudged))
      because.push('threeRegions')
    return because.length > 0 ? [{ criterion, because }] : []
  })
}
