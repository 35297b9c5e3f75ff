import { z } from 'zod'
import type { Transaction } from '@/lib/base/db/db'
import type { Context } from './initiatives'
import { known, type LoadResult } from './plan'
import { readReference } from './reference'

const collectionsFile = z.array(
  z.object({
    slug: z.string(),
    organisation: z.string(),
    title: z.string(),
    lead: z.string(),
    story: z.string(),
    entries: z.array(z.object({ initiative: z.string(), why: z.string() })).min(1),
  }),
)

const learningFile = z.array(
  z.object({
    region: z.string(),
    question: z.string().startsWith('Verzonnen voorbeeld. '),
    why: z.string(),
    answerInDays: z.int().min(1).nullable(),
    status: z.enum(['open', 'answered']),
    learnt: z.string(),
    initiatives: z.array(z.string()),
  }),
)

export const readDemoCollections = () => readReference('demo/collections.json', collectionsFile)
export const readDemoLearning = () => readReference('demo/learning.json', learningFile)

/** A list that exists is left alone: an editor may have changed it. */
export async function loadDemoCollections(
  tx: Transaction,
  { organisations }: Context,
): Promise<LoadResult> {
  let created = 0
  for (const { slug, organisation, entries, ...words } of readDemoCollections()) {
    if (await tx.collection.findUnique({ where: { slug }, select: { id: true } })) continue
    const initiatives = new Map(
      (
        await tx.initiative.findMany({
          where: { slug: { in: entries.map((one) => one.initiative) } },
          select: { id: true, slug: true },
        })
      ).map((row) => [row.slug, row.id]),
    )
    const items = entries.map(({ initiative, why }, index) => ({
      initiativeId: known(initiatives, initiative, 'initiative'),
      why,
      position: index + 1,
    }))
    await tx.collection.create({
      data: {
        slug,
        ...words,
        organisationId: known(organisations, organisation, 'organisation'),
        publishedAt: new Date(),
        isExample: true,
        items: { create: items },
      },
      select: { id: true },
    })
    created += 1
  }
  return { created, updated: 0 }
}

/** Loads made-up questions of a region. A region that has questions already is left alone. */
export async function loadDemoLearning(tx: Transaction, { regions }: Context): Promise<LoadResult> {
  const wanted = readDemoLearning()
  const filled = new Set(
    (await tx.learningQuestion.findMany({ select: { regionId: true } })).map(
      ({ regionId }) => regionId,
    ),
  )
  let created = 0
  for (const { region, answerInDays, initiatives, ...words } of wanted) {
    const regionId = known(regions, region, 'region')
    if (filled.has(regionId)) continue
    const found = await tx.initiative.findMany({
      where: { slug: { in: initiatives } },
      select: { id: true },
    })
    await tx.learningQuestion.create({
      data: {
        regionId,
        ...words,
        answerBy: answerInDays === null ? null : new Date(Date.now() + answerInDays * 86_400_000),
        links: {
          create: found.map(({ id }, index) => ({ initiativeId: id, position: index + 1 })),
        },
      },
      select: { id: true },
    })
    created += 1
  }
  return { created, updated: 0 }
}
