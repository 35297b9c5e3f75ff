import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/base/db/db'
import { recordKey } from './rules'
import type { LedgerKind, Subject } from './types'

interface RecordRef {
  kind: LedgerKind
  recordId: string
}

/** As the site: published, or ended with a page that stays readable. */
const READABLE: Prisma.InitiativeWhereInput = {
  OR: [
    { publishedRevisionId: { not: null } },
    { closure: { kind: { in: ['archived', 'merged'] } } },
  ],
}

const initiativeSelect = {
  slug: true,
  revisions: {
    where: { publishedAt: { not: null } },
    select: { title: true },
    orderBy: { number: 'desc' as const },
    take: 1,
  },
} satisfies Prisma.InitiativeSelect

const measureSelect = {
  title: true,
  goal: { select: { region: { select: { slug: true } } } },
} satisfies Prisma.PolicyMeasureSelect

type Named = Pick<Subject, 'title' | 'slug'>

const namedInitiative = (
  row: Prisma.InitiativeGetPayload<{ select: typeof initiativeSelect }>,
): Named => ({ title: row.revisions[0]?.title ?? null, slug: row.slug })

const namedMeasure = (
  row: Prisma.PolicyMeasureGetPayload<{ select: typeof measureSelect }>,
): Named => ({ title: row.title, slug: row.goal.region.slug })

type Found = Omit<Subject, 'kind' | 'recordId'> & { id: string }

const READ: Readonly<Record<LedgerKind, (ids: string[]) => Promise<Found[]>>> = {
  expectation: async (ids) =>
    (
      await db.policyExpectation.findMany({
        where: { id: { in: ids }, signedAt: { not: null } },
        select: { id: true, year: true, signedAt: true, measure: { select: measureSelect } },
        orderBy: { id: 'asc' },
        take: ids.length,
      })
    ).map(({ id, year, signedAt, measure }) => ({
      ...namedMeasure(measure),
      ...{ id, year, at: signedAt?.toISOString() ?? null },
    })),
  verdict: async (ids) =>
    (
      await db.policyVerdict.findMany({
        where: { id: { in: ids }, signedAt: { not: null } },
        select: { id: true, year: true, signedAt: true, measure: { select: measureSelect } },
        orderBy: { id: 'asc' },
        take: ids.length,
      })
    ).map(({ id, year, signedAt, measure }) => ({
      ...namedMeasure(measure),
      ...{ id, year, at: signedAt?.toISOString() ?? null },
    })),
  reaction: async (ids) =>
    (
      await db.verdictReaction.findMany({
        where: { id: { in: ids }, verdict: { signedAt: { not: null } } },
        select: {
          id: true,
          createdAt: true,
          verdict: { select: { year: true, measure: { select: measureSelect } } },
        },
        orderBy: { id: 'asc' },
        take: ids.length,
      })
    ).map(({ id, createdAt, verdict }) => ({
      ...namedMeasure(verdict.measure),
      ...{ id, year: verdict.year, at: createdAt.toISOString() },
    })),
  assessment: async (ids) =>
    (
      await db.assessment.findMany({
        where: {
          id: { in: ids },
          status: 'submitted',
          initiative: READABLE,
          OR: [{ kind: 'self' }, { panelRound: { status: 'closed' } }],
        },
        select: { id: true, submittedAt: true, initiative: { select: initiativeSelect } },
        orderBy: { id: 'asc' },
        take: ids.length,
      })
    ).map(({ id, submittedAt, initiative }) => ({
      ...namedInitiative(initiative),
      ...{ id, year: null, at: submittedAt?.toISOString() ?? null },
    })),
  measurement: async (ids) =>
    (
      await db.measurement.findMany({
        where: { id: { in: ids }, indicator: { initiative: READABLE } },
        select: {
          id: true,
          createdAt: true,
          indicator: { select: { initiative: { select: initiativeSelect } } },
        },
        orderBy: { id: 'asc' },
        take: ids.length,
      })
    ).map(({ id, createdAt, indicator }) => ({
      ...namedInitiative(indicator.initiative),
      ...{ id, year: null, at: createdAt.toISOString() },
    })),
}

/** What public records are about, by recordKey; what is not public, or not there, is left out. */
export async function listSubjects(records: readonly RecordRef[]): Promise<Map<string, Subject>> {
  const found = new Map<string, Subject>()
  for (const kind of Object.keys(READ) as LedgerKind[]) {
    const ids = records.filter((one) => one.kind === kind).map(({ recordId }) => recordId)
    if (ids.length === 0) continue
    for (const { id, ...rest } of await READ[kind](ids))
      if (rest.title !== null)
        found.set(recordKey({ kind, recordId: id }), { kind, recordId: id, ...rest })
  }
  return found
}
