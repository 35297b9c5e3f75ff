/**
 * An advice never changes; beside it the page shows what changed since. A merged obstacle is
 * compared with the one it went into.
 * Source: docs/model.md, "Exchange".
 */
import type { ObstacleEntry } from '@/lib/exchange/obstacles/types'
import type { AdviceChange, AdviceComparison } from './types'

const names = (rows: readonly { slug: string }[]) =>
  rows
    .map(({ slug }) => slug)
    .toSorted()
    .join(' ')

/** The changes of an obstacle between then and now. */
export function changesOf(then: ObstacleEntry, now: ObstacleEntry | null): AdviceChange[] {
  if (now === null) return ['gone']
  const differs: Readonly<Record<Exclude<AdviceChange, 'gone'>, boolean>> = {
    status: then.status !== now.status,
    answer: then.answer !== now.answer,
    title: then.title !== now.title,
    description: then.description !== now.description,
    law: then.law !== now.law,
    authority: then.authority !== now.authority || then.authorityName !== now.authorityName,
    groups: names(then.groups) !== names(now.groups),
    regions: names(then.regions) !== names(now.regions),
    initiatives: names(then.initiatives) !== names(now.initiatives),
  }
  return (Object.keys(differs) as (keyof typeof differs)[]).filter((key) => differs[key])
}

/** The obstacles of an advice beside their current state, in its order. */
export function compareAdvice(
  obstacles: readonly ObstacleEntry[],
  now: ReadonlyMap<string, ObstacleEntry>,
): AdviceComparison[] {
  return obstacles.map((then) => {
    const found = now.get(then.id) ?? null
    return { then, now: found, changes: changesOf(then, found) }
  })
}
