import 'server-only'
import { z } from 'zod'
import type { Prisma } from '@/generated/prisma/client'
import {
  addMonths,
  fromCalendarDate,
  toCalendarDate,
  type CalendarDate,
} from '@/lib/base/text/calendar'
import { db } from '@/lib/base/db/db'
import { mediaSelect, toVersionMedia } from '@/lib/knowledge/media/data'
import { CONFIRMATION_MONTHS } from './rules'
import type { ConfirmTarget, InitiativeView, Unconfirmed } from './types'

const byPosition = { orderBy: { position: 'asc' } } as const

const viewSelect = {
  id: true,
  number: true,
  publishedAt: true,
  title: true,
  alternativeTitles: true,
  summary: true,
  problem: true,
  story: true,
  problemNote: true,
  lifecycle: true,
  stopReason: true,
  startsOn: true,
  endsOn: true,
  periodNote: true,
  ownerName: true,
  ownerNote: true,
  partnersNote: true,
  regionNote: true,
  targetGroupsNote: true,
  instrumentsNote: true,
  styleSupport: true,
  successFactorsNote: true,
  expectedImpactNote: true,
  scalabilityReport: true,
  contactName: true,
  contactRole: true,
  contactConsent: true,
  initiative: {
    select: {
      id: true,
      slug: true,
      organisationId: true,
      isExample: true,
      reportSection: true,
      confirmedAt: true,
      organisation: { select: { name: true } },
      externalFacts: {
        select: { fact: true, url: true, publishedOn: true, reliability: true },
        ...byPosition,
      },
    },
  },
  regions: {
    select: {
      certainty: true,
      region: { select: { code: true, slug: true, name: true, type: true } },
    },
    ...byPosition,
  },
  otherInstruments: {
    select: { state: true, term: { select: { slug: true, labelNl: true, labelEn: true } } },
    ...byPosition,
  },
  terms: {
    select: {
      certainty: true,
      basis: true,
      term: {
        select: {
          vocabulary: true,
          slug: true,
          labelNl: true,
          labelEn: true,
          definitionNl: true,
          definitionEn: true,
        },
      },
    },
    ...byPosition,
  },
  steps: { select: { name: true, description: true }, ...byPosition },
  items: { select: { kind: true, text: true }, ...byPosition },
  results: {
    select: {
      kind: true,
      label: true,
      value: true,
      unit: true,
      qualifier: true,
      measured: true,
      note: true,
    },
    ...byPosition,
  },
  partners: { select: { name: true }, ...byPosition },
  sources: { select: { title: true, url: true, publishedOn: true, note: true }, ...byPosition },
  ...mediaSelect,
} satisfies Prisma.InitiativeRevisionSelect

type ViewRow = Prisma.InitiativeRevisionGetPayload<{ select: typeof viewSelect }>

function grouped<Key extends string, Value>(
  entries: readonly (readonly [Key, Value])[],
): Partial<Record<Key, Value[]>> {
  const groups: Partial<Record<Key, Value[]>> = {}
  for (const [key, value] of entries) (groups[key] ??= []).push(value)
  return groups
}

function toView({
  initiative,
  contactName,
  contactRole,
  contactConsent,
  ...row
}: ViewRow): InitiativeView {
  return {
    ...row,
    ...toVersionMedia(row),
    id: initiative.id,
    slug: initiative.slug,
    revisionId: row.id,
    organisationId: initiative.organisationId,
    organisationName: initiative.organisation.name,
    isExample: initiative.isExample,
    reportSection: initiative.reportSection,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    confirmedAt: initiative.confirmedAt?.toISOString() ?? null,
    startsOn: toCalendarDate(row.startsOn),
    endsOn: toCalendarDate(row.endsOn),
    contact:
      contactConsent && contactName !== null ? { name: contactName, role: contactRole } : null,
    partners: row.partners.map(({ name }) => name),
    regions: row.regions.map(({ region, certainty }) => ({ ...region, certainty })),
    terms: grouped(
      row.terms.map(({ term: { vocabulary, ...term }, certainty, basis }) => [
        vocabulary,
        { ...term, certainty, basis },
      ]),
    ),
    otherInstruments: row.otherInstruments.map(({ state, term }) => ({ state, ...term })),
    items: grouped(row.items.map(({ kind, text }) => [kind, text])),
    results: row.results.map((result) => ({ ...result, value: result.value?.toNumber() ?? null })),
    sources: row.sources.map((source) => ({
      ...source,
      publishedOn: toCalendarDate(source.publishedOn),
    })),
    externalFacts: initiative.externalFacts.map((fact) => ({
      ...fact,
      publishedOn: toCalendarDate(fact.publishedOn),
    })),
  }
}

/** The published version at this slug, or null. Drafts are never found. */
export async function getPublishedInitiative(slug: string): Promise<InitiativeView | null> {
  const row = await db.initiativeRevision.findFirst({
    where: { publishedAs: { slug } },
    select: viewSelect,
  })
  return row && toView(row)
}

/** Any version as readers would see it; the caller decides who may. Null when unknown. */
export async function getRevisionAsInitiative(revisionId: string): Promise<InitiativeView | null> {
  const row = await db.initiativeRevision.findUnique({
    where: { id: revisionId },
    select: viewSelect,
  })
  return row && toView(row)
}

/** The initiative to confirm; null when unknown. */
export async function getConfirmTarget(initiativeId: string): Promise<ConfirmTarget | null> {
  if (!z.uuid().safeParse(initiativeId).success) return null
  const row = await db.initiative.findUnique({
    where: { id: initiativeId },
    select: { organisationId: true, publishedRevisionId: true },
  })
  return (
    row && {
      initiativeId,
      organisationId: row.organisationId,
      isPublished: row.publishedRevisionId !== null,
    }
  )
}

/** Public entries of these organisations unconfirmed for twelve months, longest first. */
export async function listUnconfirmed(
  organisationIds: readonly string[],
  today: CalendarDate,
): Promise<Unconfirmed[]> {
  const before = fromCalendarDate(addMonths(today, -CONFIRMATION_MONTHS))
  const rows = await db.initiative.findMany({
    where: {
      organisationId: { in: [...organisationIds] },
      publishedRevisionId: { not: null },
      OR: [
        { confirmedAt: { lt: before } },
        { confirmedAt: null, publishedRevision: { publishedAt: { lt: before } } },
      ],
    },
    select: {
      id: true,
      slug: true,
      confirmedAt: true,
      publishedRevision: { select: { title: true, publishedAt: true } },
    },
    orderBy: [{ confirmedAt: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
    take: 100,
  })
  return rows.flatMap(({ id, slug, confirmedAt, publishedRevision }) => {
    const since = confirmedAt ?? publishedRevision?.publishedAt
    return publishedRevision && since
      ? [{ initiativeId: id, slug, title: publishedRevision.title, since: since.toISOString() }]
      : []
  })
}
