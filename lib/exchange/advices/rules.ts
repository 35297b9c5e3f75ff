/**
 * An advice is kept as it went out: the day, who signed and who made it, the words around the obstacles, and each obstacle as it stood.
 * It is never changed: who has something to add makes another. Beside it stands what is different now in the register. An obstacle that was
 * merged since is compared with the one that was kept.
 *
 * Source: issue "exchange", obstacle register ("a SER turns a set into an advice document").
 */
import type { ObstacleEntry } from '@/lib/exchange/obstacles/types'
import type { AdviceChange, AdviceComparison } from './types'

const names = (rows: readonly { slug: string }[]) =>
  rows
    .map(({ slug }) => slug)
    .toSorted()
    .join(' ')

/** What differs between an obstacle as it went in an advice and as it stands now. */
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

/** Each obstacle of an advice beside what became of it, in the order of the advice. */
export function compareAdvice(
  obstacles: readonly ObstacleEntry[],
  now: ReadonlyMap<string, ObstacleEntry>,
): AdviceComparison[] {
  return obstacles.map((then) => {
    const found = now.get(then.id) ?? null
    return { then, now: found, changes: changesOf(then, found) }
  })
}
