import { z } from 'zod'
import { AssessmentKind, Lifecycle, TextItemKind } from '@/generated/prisma/enums'
import type { Transaction } from '@/lib/platform/db'
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
      .array(z.object({ criterion: z.string(), score: z.int().min(1).max(5).nullable(), reason: z.string().startsWith('Voorbeeldscore. ') }))
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

export const readDemoAssessments = () => readReference('demo/assessments.json', assessmentsFile)
export const readDemoDrafts = () => readReference('demo/drafts.json', draftsFile)

/**
 * Loads made-up assessments of the report's examples, marked as examples: the report published no scores. They
 * show a full panel, a divided criterion, a panel that is still too small, and a self-score.
 */
export async function loadDemoAssessments(tx: Transaction, { organisations }: Context): Promise<LoadResult> {
  const users = await demoUserIds(tx)
  const criteria = new Map((await tx.criterion.findMany({ select: { id: true, slug: true } })).map((row) => [row.slug, row.id]))
  const regionOf = new Map((await tx.organisation.findMany({ select: { id: true, regionId: true } })).map((row) => [row.id, row.regionId]))
  const constituencyOf = new Map(
    (await tx.user.findMany({ where: { isExample: true }, select: { id: true, constituency: true } })).map((row) => [row.id, row.constituency]),
  )
  let created = 0
  for (const { initiative: slug, kind, assessor, organisation, scores } of readDemoAssessments()) {
    const initiative = await tx.initiative.findUnique({ where: { slug }, select: { id: true, publishedRevisionId: true } })
    const assessorId = users.get(assessor)
    if (!initiative?.publishedRevisionId || !assessorId) continue
    const key = { initiativeId: initiative.id, assessorId, kind, round: 1 }
    const stored = await tx.assessment.findUnique({ where: { initiativeId_assessorId_kind_round: key }, select: { id: true } })
    if (stored) continue
    const organisationId = known(organisations, organisation, 'organisation')
    await tx.assessment.create({
      data: {
        ...key,
        revisionId: initiative.publishedRevisionId,
        organisationId,
        regionId: regionOf.get(organisationId),
        constituency: constituencyOf.get(assessorId) ?? 'other',
        status: 'submitted',
        submittedAt: new Date(),
        isExample: true,
        scores: {
          create: scores.map(({ criterion, score, reason }) => ({
            criterionId: known(criteria, criterion, 'criterion'), score, cannotJudge: score === null, reason,
          })),
        },
      },
      select: { id: true },
    })
    created += 1
  }
  return { created, updated: 0 }
}

/** Loads a draft and a submitted version, so that the workspace of an editor and of a moderator has something in it. */
export async function loadDemoDrafts(tx: Transaction, { regions, terms, organisations }: Context): Promise<LoadResult> {
  const users = await demoUserIds(tx)
  const drafts = readDemoDrafts()
  const stored = await tx.initiative.findMany({ where: { slug: { in: drafts.map((row) => row.slug) } }, select: { slug: true } })
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
        revisions: {
          create: {
            number: 1,
            status: draft.status,
            submittedAt: draft.status === 'submitted' ? new Date() : null,
            createdById,
            title: draft.title,
            summary: draft.summary,
            problem: draft.problem,
            lifecycle: draft.lifecycle,
            ownerName: draft.ownerName,
            regions: { create: draft.regions.map((code, index) => ({ regionId: known(regions, code, 'region'), position: index + 1 })) },
            terms: { create: draft.terms.map((key, index) => ({ termId: known(terms, key, 'term'), position: index + 1 })) },
            steps: { create: draft.steps.map((step, index) => ({ ...step, position: index + 1 })) },
            items: {
              create: draft.items.map((item, index) => ({
                ...item, position: draft.items.slice(0, index).filter((other) => other.kind === item.kind).length + 1,
              })),
            },
            partners: { create: draft.partners.map((name, index) => ({ name, position: index + 1 })) },
          },
        },
      },
      select: { id: true },
    })
  }
  return { created: missing.length, updated: 0 }
}
