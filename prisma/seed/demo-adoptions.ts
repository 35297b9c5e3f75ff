import { z } from 'zod'
import { fromCalendarDate, toCalendarDate } from '@/lib/base/text/calendar'
import type { Transaction } from '@/lib/base/db/db'
import { demoUserIds } from './demo-accounts'
import type { Context } from './initiatives'
import { known, type LoadResult } from './plan'
import { readReference } from './reference'

const adoptionsFile = z.array(
  z.object({
    initiative: z.string(),
    organisation: z.string(),
    holder: z.string(),
    group: z.string(),
    goal: z.string().startsWith('Verzonnen voorbeeld. '),
    runningForDays: z.int().min(1).nullable(),
    sheet: z
      .object({
        kept: z.string(),
        changed: z.string(),
        dropped: z.string(),
        reason: z.string(),
        legalChecks: z.string(),
        cost: z.string(),
      })
      .nullable(),
    checkins: z.array(
      z.object({
        month: z.union([z.literal(6), z.literal(12), z.literal(24)]),
        result: z.string(),
        lesson: z.string(),
      }),
    ),
  }),
)

export const readDemoAdoptions = () => readReference('demo/adoptions.json', adoptionsFile)

/** By the very steps that a region takes. An existing adoption is left alone. */
export async function loadDemoAdoptions(
  tx: Transaction,
  { organisations, terms }: Context,
): Promise<LoadResult> {
  const users = await demoUserIds(tx)
  let created = 0
  for (const {
    initiative: slug,
    organisation,
    holder,
    group,
    goal,
    runningForDays,
    sheet,
    checkins,
  } of readDemoAdoptions()) {
    const organisationId = known(organisations, organisation, 'organisation')
    const initiative = await tx.initiative.findUnique({
      where: { slug },
      select: { id: true, adoptions: { where: { organisationId }, select: { id: true }, take: 1 } },
    })
    if (!initiative || initiative.adoptions.length > 0) continue
    const holderId = known(users, holder, 'demo account')
    const { id } = await tx.adoption.create({
      data: {
        initiativeId: initiative.id,
        organisationId,
        holderId,
        targetGroupId: known(terms, `target_group ${group}`, 'term'),
        goal,
        isExample: true,
      },
      select: { id: true },
    })
    if (runningForDays !== null && sheet !== null) {
      const startsOn = fromCalendarDate(
        toCalendarDate(new Date(Date.now() - runningForDays * 86_400_000)),
      )
      await tx.adoption.update({
        where: { id },
        data: { status: 'preparing', ...sheet },
        select: { id: true },
      })
      await tx.adoption.update({
        where: { id },
        data: { status: 'running', startsOn },
        select: { id: true },
      })
      await tx.adoptionCheckin.createMany({
        data: checkins.map((checkin) => ({ ...checkin, adoptionId: id, authorId: holderId })),
      })
    }
    created += 1
  }
  return { created, updated: 0 }
}
