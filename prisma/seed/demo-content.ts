import { z } from 'zod'
import { AssessmentKind, Lifecycle, TextItemKind } from '@/generated/prisma/enums'
import type { Transaction } from '@/lib/base/db/db'
import { demoUserIds } from './demo-accounts'
import { untouchedTradeOffs, type Context } from './initiatives'
import { monitorData } from './monitors'
import { known, type LoadResult } from './plan'
import { readReference } from './reference'

const assessmentsFile = z.array(
  z.object({
    initiative: z.string(),
    kind: z.enum(AssessmentKind),
    assessor: z.string(),
    organisation: z.string(),
    scores: z
      .array(
        z.object({
          criterion: z.string(),
          score: z.int().min(1).max(5).nullable(),
          reason: z.string().startsWith('Voorbeeldscore. '),
        }),
      )
      .length(7),
  }),
)

const draftsFile = z.array(
  z.object({
    slug: z.string().startsWith('voorbeeld-'),
    organisation: z.string(),
    author: z.string(),
    status: z.enum(['draft', 'submitted']),
    title: z.string().endsWith('(voorbeeld)'),
    summary: z.string().startsWith('Verzonnen voorbeeld.'),
    problem: z.string(),
    lifecycle: z.enum(Lifecycle),
    ownerName: z.string().nullable(),
    regions: z.array(z.string()),
    terms: z.array(z.string()),
    steps: z.array(z.object({ name: z.string(), description: z.string() })),
    items: z.array(z.object({ kind: z.enum(TextItemKind), text: z.string() })),
    partners: z.array(z.string()),
  }),
)

const roundsFile = z.array(
  z.object({ initiative: z.string(), days: z.int().min(7), asked: z.array(z.string()).min(1) }),
)

export const readDemoRounds = () => readReference('demo/rounds.json', roundsFile)
export const readDemoAssessments = () => readReference('demo/assessments.json', assessmentsFile)
export const readDemoDrafts = () => readReference('demo/drafts.json', draftsFile)

async function readJudging(tx: Transaction) {
  const criteria = await tx.criterion.findMany({ select: { id: true, slug: true } })
  const organisations = await tx.organisation.findMany({ select: { id: true, regionId: true } })
  const accounts = await tx.user.findMany({
    where: { isExample: true },
    select: { id: true, constituency: true },
  })
  return {
    users: await demoUserIds(tx),
    criteria: new Map(criteria.map((row) => [row.slug, row.id])),
    regionOf: new Map(organisations.map((row) => [row.id, row.regionId])),
    constituencyOf: new Map(accounts.map((row) => [row.id, row.constituency])),
  }
}

/** The report published no scores, so these are made up and marked as examples. */
export async function loadDemoAssessments(
  tx: Transaction,
  { organisations }: Context,
): Promise<LoadResult> {
  const { users, criteria, regionOf, constituencyOf } = await readJudging(tx)
  const rounds = await openRounds(tx)
  let created = 0
  for (const { initiative: slug, kind, assessor, organisation, scores } of readDemoAssessments()) {
    const initiative = await tx.initiative.findUnique({
      where: { slug },
      select: { id: true, publishedRevisionId: true },
    })
    const assessorId = users.get(assessor)
    if (!initiative?.publishedRevisionId || !assessorId) continue
    const key = { initiativeId: initiative.id, assessorId, kind, round: 1 }
    const stored = await tx.assessment.findUnique({
      where: { initiativeId_assessorId_kind_round: key },
      select: { id: true },
    })
    if (stored) continue
    const organisationId = known(organisations, organisation, 'organisation')
    const roundId = kind === 'panel' ? known(rounds, slug, 'round') : null
    await tx.assessment.create({
      data: {
        ...key,
        roundId,
        revisionId: initiative.publishedRevisionId,
        organisationId,
        regionId: regionOf.get(organisationId),
        constituency: constituencyOf.get(assessorId) ?? 'other',
        status: 'submitted',
        submittedAt: new Date(),
        isExample: true,
        scores: {
          create: scores.map(({ criterion, score, reason }) => ({
            criterionId: known(criteria, criterion, 'criterion'),
            score,
            cannotJudge: score === null,
            reason,
          })),
        },
      },
      select: { id: true },
    })
    created += 1
  }
  const closed = { status: 'closed', closedAt: new Date(), closingReason: 'deadline' } as const
  await tx.assessmentRound.updateMany({
    where: { id: { in: [...rounds.values()] }, status: 'open' },
    data: closed,
  })
  return { created, updated: 0 }
}

async function openRounds(tx: Transaction): Promise<Map<string, string>> {
  const slugs = [
    ...new Set(
      readDemoAssessments().flatMap(({ kind, initiative }) =>
        kind === 'panel' ? [initiative] : [],
      ),
    ),
  ]
  const found = await tx.initiative.findMany({
    where: { slug: { in: slugs } },
    select: {
      id: true,
      slug: true,
      publishedRevisionId: true,
      rounds: { where: { number: 1 }, select: { id: true } },
    },
  })
  const ids = new Map<string, string>()
  for (const { id: initiativeId, slug, publishedRevisionId: revisionId, rounds } of found) {
    if (revisionId === null) continue
    const round =
      rounds[0] ??
      (await tx.assessmentRound.create({
        data: { initiativeId, revisionId, number: 1, deadline: new Date() },
        select: { id: true },
      }))
    ids.set(slug, round.id)
  }
  return ids
}

export async function loadDemoRounds(tx: Transaction): Promise<LoadResult> {
  const users = await demoUserIds(tx)
  let created = 0
  for (const { initiative: slug, days, asked } of readDemoRounds()) {
    const initiative = await tx.initiative.findUnique({
      where: { slug },
      select: {
        id: true,
        publishedRevisionId: true,
        rounds: {
          select: {
            number: true,
            requestedById: true,
            invitations: { select: { id: true }, take: 1 },
          },
          orderBy: { number: 'desc' },
        },
      },
    })
    const last = initiative?.rounds[0]
    if (
      !initiative?.publishedRevisionId ||
      last?.requestedById ||
      (last?.invitations.length ?? 0) > 0
    )
      continue
    await tx.assessmentRound.create({
      data: {
        initiativeId: initiative.id,
        revisionId: initiative.publishedRevisionId,
        number: (last?.number ?? 0) + 1,
        deadline: new Date(Date.now() + days * 86_400_000),
        invitations: {
          create: asked.map((email) => ({ assessorId: known(users, email, 'demo account') })),
        },
      },
      select: { id: true },
    })
    created += 1
  }
  return { created, updated: 0 }
}

function draftRevision(
  draft: ReturnType<typeof readDemoDrafts>[number],
  { regions, terms }: Pick<Context, 'regions' | 'terms'>,
) {
  return {
    number: 1,
    status: draft.status,
    submittedAt: draft.status === 'submitted' ? new Date() : null,
    title: draft.title,
    summary: draft.summary,
    problem: draft.problem,
    lifecycle: draft.lifecycle,
    ownerName: draft.ownerName,
    regions: {
      create: draft.regions.map((code, index) => ({
        regionId: known(regions, code, 'region'),
        position: index + 1,
      })),
    },
    terms: {
      create: draft.terms.map((key, index) => ({
        termId: known(terms, key, 'term'),
        position: index + 1,
      })),
    },
    steps: { create: draft.steps.map((step, index) => ({ ...step, position: index + 1 })) },
    items: {
      create: draft.items.map((item, index) => ({
        ...item,
        position:
          draft.items.slice(0, index).filter((other) => other.kind === item.kind).length + 1,
      })),
    },
    partners: { create: draft.partners.map((name, index) => ({ name, position: index + 1 })) },
  }
}

export async function loadDemoDrafts(
  tx: Transaction,
  { regions, terms, organisations }: Context,
): Promise<LoadResult> {
  const users = await demoUserIds(tx)
  const drafts = readDemoDrafts()
  const stored = await tx.initiative.findMany({
    where: { slug: { in: drafts.map((row) => row.slug) } },
    select: { slug: true },
  })
  const missing = drafts.filter((draft) => !stored.some((row) => row.slug === draft.slug))
  for (const draft of missing) {
    const createdById = known(users, draft.author, 'demo account')
    await tx.initiative.create({
      data: {
        slug: draft.slug,
        organisationId: known(organisations, draft.organisation, 'organisation'),
        isExample: true,
        createdById,
        tradeOffs: { create: untouchedTradeOffs() },
        ...monitorData(undefined, terms),
        revisions: { create: { createdById, ...draftRevision(draft, { regions, terms }) } },
      },
      select: { id: true },
    })
  }
  return { created: missing.length, updated: 0 }
}
