import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { toCalendarDate, todayInNetherlands } from '@/lib/base/text/calendar'
import { db } from '@/lib/base/db/db'
import {
  CALL_VOCABULARIES,
  type CallReportView,
  type CallStatus,
  type CallSummary,
  type CallTermView,
  type CallView,
  type CallVocabulary,
} from './types'

export const MAX_LISTED = 200
const MAX_REPLIES = 200
const MAX_REPORTS = 100
const MAX_INITIATIVES = 200

const TERMS = {
  select: { term: { select: { vocabulary: true, slug: true, labelNl: true, labelEn: true } } },
  orderBy: { term: { position: 'asc' } },
  take: 50,
} as const
const SUMMARY = {
  id: true,
  slug: true,
  title: true,
  text: true,
  openUntil: true,
  status: true,
  isExample: true,
  createdAt: true,
  organisation: { select: { name: true } },
  region: { select: { slug: true, code: true, name: true } },
  terms: TERMS,
} as const satisfies Prisma.CallSelect

type SummaryRow = Prisma.CallGetPayload<{ select: typeof SUMMARY }>

const isVocabulary = (name: string): name is CallVocabulary =>
  CALL_VOCABULARIES.some((one) => one === name)
const toTerms = (rows: SummaryRow['terms']): CallTermView[] =>
  rows.flatMap(({ term: { vocabulary, ...term } }) =>
    isVocabulary(vocabulary) ? [{ vocabulary, ...term }] : [],
  )
const toSummary = ({
  id,
  slug,
  title,
  text,
  status,
  isExample,
  organisation,
  region,
  openUntil,
  terms,
  createdAt,
}: SummaryRow) => ({
  id,
  slug,
  title,
  text,
  status,
  isExample,
  region,
  organisation: organisation.name,
  openUntil: toCalendarDate(openUntil),
  terms: toTerms(terms),
  postedOn: todayInNetherlands(createdAt),
})

export interface CallsFilter {
  regions?: readonly string[]
  statuses?: readonly CallStatus[]
}

/** Public calls: open ones first, then the newest. */
export async function listCalls({ regions, statuses }: CallsFilter): Promise<CallSummary[]> {
  const where = {
    hiddenAt: null,
    ...(regions && { region: { slug: { in: [...regions] } } }),
    ...(statuses && { status: { in: [...statuses] } }),
  }
  const rows = await db.call.findMany({
    where,
    select: { ...SUMMARY, _count: { select: { replies: { where: { hiddenAt: null } } } } },
    orderBy: [{ status: 'asc' }, { createdAt: 'desc' }, { id: 'desc' }],
    take: MAX_LISTED,
  })
  return rows.map(({ _count, ...row }) => ({ ...toSummary(row), replies: _count.replies }))
}

const VIEW = {
  ...SUMMARY,
  organisationId: true,
  version: true,
  outcome: true,
  learning: { select: { question: true, region: { select: { slug: true, name: true } } } },
  endedAt: true,
  hiddenReason: true,
  replies: {
    select: {
      id: true,
      organisationId: true,
      text: true,
      hiddenReason: true,
      createdAt: true,
      organisation: { select: { name: true } },
      initiative: { select: { slug: true, publishedRevision: { select: { title: true } } } },
    },
    orderBy: [{ createdAt: 'asc' as const }, { id: 'asc' as const }],
    take: MAX_REPLIES,
  },
} as const satisfies Prisma.CallSelect

type ViewRow = Prisma.CallGetPayload<{ select: typeof VIEW }>

function toView({
  replies,
  learning,
  organisationId,
  version,
  outcome,
  endedAt,
  hiddenReason,
  ...row
}: ViewRow): CallView {
  return {
    ...toSummary(row),
    organisationId,
    version,
    outcome,
    endedAt,
    hiddenReason,
    learning: learning && {
      regionSlug: learning.region.slug,
      regionName: learning.region.name,
      question: learning.question,
    },
    replies: replies.map(({ organisation, initiative, ...reply }) => ({
      ...reply,
      organisation: organisation.name,
      initiative: initiative?.publishedRevision
        ? { slug: initiative.slug, title: initiative.publishedRevision.title }
        : null,
    })),
  }
}

/** A call, hidden or not; the caller checks the right to see it. */
export async function getCallBySlug(slug: string): Promise<CallView | null> {
  const row = await db.call.findUnique({ where: { slug }, select: VIEW })
  return row && toView(row)
}

/** The same by id. */
export async function getCall(id: string): Promise<CallView | null> {
  const row = await db.call.findUnique({ where: { id }, select: VIEW })
  return row && toView(row)
}

/** Unsettled reports, oldest first; with `callId` of that call. */
export async function listReports(callId?: string): Promise<CallReportView[]> {
  return db.callReport.findMany({
    where: { settledAt: null, ...(callId !== undefined && { callId }) },
    select: {
      id: true,
      replyId: true,
      reason: true,
      createdAt: true,
      call: { select: { slug: true, title: true } },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: MAX_REPORTS,
  })
}

/** Published initiatives of these organisations, to name in an answer. */
export async function listOwnInitiatives(
  organisationIds: readonly string[],
): Promise<{ slug: string; title: string }[]> {
  const rows = await db.initiative.findMany({
    where: { organisationId: { in: [...organisationIds] }, publishedRevisionId: { not: null } },
    select: { slug: true, publishedRevision: { select: { title: true } } },
    orderBy: [{ slug: 'asc' }],
    take: MAX_INITIATIVES,
  })
  return rows.map(({ slug, publishedRevision }) => ({
    slug,
    title: publishedRevision?.title ?? slug,
  }))
}

/** The id of a published initiative, or null. */
export async function findPublished(slug: string): Promise<string | null> {
  return (
    (
      await db.initiative.findFirst({
        where: { slug, publishedRevisionId: { not: null } },
        select: { id: true },
        orderBy: { id: 'asc' },
      })
    )?.id ?? null
  )
}

/** The ids of terms by slug; a merged one is its successor. */
export async function findTermIds(
  chosen: Readonly<Record<CallVocabulary, readonly string[]>>,
): Promise<string[]> {
  const OR = CALL_VOCABULARIES.map((vocabulary) => ({
    vocabulary,
    slug: { in: [...chosen[vocabulary]] },
  }))
  const rows = await db.term.findMany({
    where: { OR },
    select: { id: true, replacedById: true },
    orderBy: { id: 'asc' },
    take: 50,
  })
  return [...new Set(rows.map(({ id, replacedById }) => replacedById ?? id))]
}
