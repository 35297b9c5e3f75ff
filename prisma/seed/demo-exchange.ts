import { z } from 'zod'
import { CALL_VOCABULARIES } from '@/lib/exchange/calls/types'
import { dutchMoment } from '@/lib/base/text/dutch-time'
import type { Transaction } from '@/lib/base/db/db'
import type { Context } from './initiatives'
import { known, type LoadResult } from './plan'
import { readReference } from './reference'

const made = z.string().startsWith('Verzonnen voorbeeld.')
const slug = z.string().startsWith('voorbeeld-')
const callsFile = z.array(
  z.object({
    slug,
    organisation: slug,
    region: z.string(),
    title: z.string(),
    text: made,
    terms: z.record(z.enum(CALL_VOCABULARIES), z.array(z.string())),
    openForDays: z.int(),
    outcome: made.nullable(),
    replies: z.array(
      z.object({ organisation: slug, initiative: z.string().nullable(), text: made }),
    ),
  }),
)

const meetingsFile = z.array(
  z.object({
    slug,
    organisation: slug,
    title: z.string(),
    text: made,
    place: z.string(),
    seats: z.int().nullable(),
    inDays: z.int(),
    agenda: z.array(z.string()),
    outcome: made.or(z.literal('')),
    credits: z.array(made),
  }),
)

export const readDemoMeetings = () => readReference('demo/meetings.json', meetingsFile)
export const readDemoCalls = () => readReference('demo/calls.json', callsFile)

const DAY_MS = 86_400_000
const dayFromNow = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)

async function createReply(
  tx: Transaction,
  callId: string,
  reply: ReturnType<typeof readDemoCalls>[number]['replies'][number],
  organisations: Context['organisations'],
): Promise<void> {
  const initiative =
    reply.initiative === null
      ? null
      : await tx.initiative.findUniqueOrThrow({
          where: { slug: reply.initiative },
          select: { id: true },
        })
  await tx.callReply.create({
    data: {
      callId,
      organisationId: known(organisations, reply.organisation, 'organisation'),
      initiativeId: initiative?.id ?? null,
      text: reply.text,
    },
    select: { id: true },
  })
}

export async function loadDemoCalls(
  tx: Transaction,
  { regions, terms, organisations }: Context,
): Promise<LoadResult> {
  const file = readDemoCalls()
  const stored = new Set(
    (
      await tx.call.findMany({
        where: { slug: { in: file.map((call) => call.slug) } },
        select: { slug: true },
      })
    ).map((call) => call.slug),
  )
  const missing = file.filter((call) => !stored.has(call.slug))
  for (const call of missing) {
    const { id } = await tx.call.create({
      data: {
        slug: call.slug,
        title: call.title,
        text: call.text,
        isExample: true,
        openUntil: new Date(`${dayFromNow(call.openForDays)}T00:00:00Z`),
        organisationId: known(organisations, call.organisation, 'organisation'),
        regionId: known(regions, call.region, 'region'),
        terms: {
          create: CALL_VOCABULARIES.flatMap((vocabulary) =>
            call.terms[vocabulary].map((term) => ({
              termId: known(terms, `${vocabulary} ${term}`, 'term'),
            })),
          ),
        },
      },
      select: { id: true },
    })
    for (const reply of call.replies) await createReply(tx, id, reply, organisations)
    if (call.outcome !== null)
      await tx.call.update({
        where: { id },
        data: { status: 'answered', outcome: call.outcome, endedAt: new Date(), version: 2 },
        select: { id: true },
      })
  }
  return { created: missing.length, updated: 0 }
}

export async function loadDemoMeetings(
  tx: Transaction,
  { organisations }: Context,
): Promise<LoadResult> {
  const file = readDemoMeetings()
  const stored = new Set(
    (
      await tx.meeting.findMany({
        where: { slug: { in: file.map((meeting) => meeting.slug) } },
        select: { slug: true },
      })
    ).map((meeting) => meeting.slug),
  )
  const missing = file.filter((meeting) => !stored.has(meeting.slug))
  for (const { organisation, inDays, agenda, credits, ...meeting } of missing) {
    const day = dayFromNow(inDays)
    const initiatives = new Map(
      (
        await tx.initiative.findMany({
          where: { slug: { in: agenda } },
          select: { id: true, slug: true },
        })
      ).map((row) => [row.slug, row.id]),
    )
    await tx.meeting.create({
      data: {
        ...meeting,
        isExample: true,
        organisationId: known(organisations, organisation, 'organisation'),
        startsAt: dutchMoment(day, '14:00'),
        endsAt: dutchMoment(day, '16:30'),
        agenda: {
          create: agenda.map((one, index) => ({
            initiativeId: known(initiatives, one, 'initiative'),
            position: index + 1,
          })),
        },
        credits: { create: credits.map((text) => ({ text })) },
      },
      select: { id: true },
    })
  }
  return { created: missing.length, updated: 0 }
}
