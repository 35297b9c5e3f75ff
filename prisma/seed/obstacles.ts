import { z } from 'zod'
import type { Transaction } from '@/lib/base/db/db'
import type { Context } from './initiatives'
import { known, type LoadResult } from './plan'
import { readReference, REPORT_TITLE } from './reference'

const obstaclesFile = z.object({
  meta: z.object({ note: z.string() }),
  obstacles: z.array(
    z.object({
      slug: z.string(),
      title: z.string(),
      description: z.string(),
      law: z.string(),
      authorityName: z.string(),
      reportSection: z.string(),
      authority: z.enum([
        'national',
        'uwv',
        'coa',
        'municipality',
        'region',
        'education',
        'employers',
        'other',
      ]),
      groups: z.array(z.string()).min(1),
      regions: z.array(z.string()),
      initiatives: z.array(z.object({ initiative: z.string(), note: z.string() })),
    }),
  ),
})

export const readObstacles = () =>
  readReference('reference/obstacles.json', obstaclesFile).obstacles

/** What exists is left as it is, because councils work on it. */
export async function loadObstacles(
  tx: Transaction,
  { regions, terms }: Pick<Context, 'regions' | 'terms'>,
): Promise<LoadResult> {
  const stored = new Set(
    (await tx.obstacle.findMany({ select: { slug: true } })).map(({ slug }) => slug),
  )
  const initiatives = new Map(
    (await tx.initiative.findMany({ select: { id: true, slug: true } })).map(({ id, slug }) => [
      slug,
      id,
    ]),
  )
  const wanted = readObstacles().filter(({ slug }) => !stored.has(slug))
  for (const {
    groups,
    regions: places,
    initiatives: named,
    reportSection,
    ...obstacle
  } of wanted) {
    await tx.obstacle.create({
      data: {
        ...obstacle,
        sourceTitle: REPORT_TITLE,
        sourceRef: reportSection,
        groups: {
          create: groups.map((slug) => ({ termId: known(terms, `target_group ${slug}`, 'term') })),
        },
        regions: { create: places.map((code) => ({ regionId: known(regions, code, 'region') })) },
        // An initiative that was taken away by its owner is not brought back by its obstacle.
        initiatives: {
          create: named.flatMap(({ initiative, note }) => {
            const initiativeId = initiatives.get(initiative)
            return initiativeId === undefined ? [] : [{ initiativeId, note }]
          }),
        },
      },
      select: { id: true },
    })
  }
  return { created: wanted.length, updated: 0 }
}
