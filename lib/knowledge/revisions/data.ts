import 'server-only'
import { z } from 'zod'
import type { Prisma } from '@/generated/prisma/client'
import { toCalendarDate } from '@/lib/base/text/calendar'
import { db, type Transaction } from '@/lib/base/db/db'
import { mediaSelect, toVersionMedia } from '@/lib/knowledge/media/data'
import { completeness, type Completeness } from './parts.rules'
import { actingRegionFields, actingRegionsOf } from '@/lib/people/accounts/regions.rules'
import {
  LINE_LISTS,
  OTHER_INSTRUMENT_FIELDS,
  OTHER_INSTRUMENTS,
  TAG_FIELDS,
  USED_TAG_FIELDS,
  type LineList,
  type ReviewTarget,
  type RevisionDraft,
  type OwnRevision,
  type RevisionRow,
  type OtherInstrumentField,
  type UsedTagField,
  type VersionContent,
} from './types'

const LIST_LIMIT = 50
/** Of all organisations together. */
const MAX_WAITING = 1_000

export const draftSelect = {
  id: true,
  initiativeId: true,
  number: true,
  status: true,
  version: true,
  returnReason: true,
  createdById: true,
  updatedAt: true,
  submittedAt: true,
  schedule: { select: { id: true, at: true } },
  title: true,
  summary: true,
  problem: true,
  story: true,
  lifecycle: true,
  stopReason: true,
  startsOn: true,
  endsOn: true,
  ownerName: true,
  contactName: true,
  contactRole: true,
  contactEmail: true,
  contactConsent: true,
  initiative: {
    select: {
      slug: true,
      organisationId: true,
      publishedRevisionId: true,
      closure: { select: { kind: true } },
      organisation: { select: { name: true, ...actingRegionFields } },
    },
  },
  regions: {
    select: { regionId: true, region: { select: { slug: true } } },
    orderBy: { position: 'asc' },
  },
  terms: {
    select: { term: { select: { slug: true, vocabulary: true } } },
    orderBy: { position: 'asc' },
  },
  otherInstruments: {
    select: { state: true, term: { select: { slug: true } } },
    orderBy: { position: 'asc' },
  },
  steps: { select: { name: true, description: true }, orderBy: { position: 'asc' } },
  items: { select: { kind: true, text: true }, orderBy: { position: 'asc' } },
  results: {
    select: { kind: true, label: true, value: true, unit: true, note: true },
    orderBy: { position: 'asc' },
  },
  partners: { select: { name: true }, orderBy: { position: 'asc' } },
  sources: { select: { title: true, url: true }, orderBy: { position: 'asc' } },
  ...mediaSelect,
} satisfies Prisma.InitiativeRevisionSelect

type DraftRow = Prisma.InitiativeRevisionGetPayload<{ select: typeof draftSelect }>

/** A version as its forms have it. */
export function toContent(row: Omit<DraftRow, 'initiative'>): VersionContent {
  const terms = (vocabulary: string) =>
    row.terms.filter(({ term }) => term.vocabulary === vocabulary).map(({ term }) => term.slug)
  const tags = Object.fromEntries(
    USED_TAG_FIELDS.map((field) => [field, terms(TAG_FIELDS[field])]),
  ) as Record<UsedTagField, string[]>
  const others = Object.fromEntries(
    OTHER_INSTRUMENT_FIELDS.map((field) => [
      field,
      row.otherInstruments
        .filter(({ state }) => state === OTHER_INSTRUMENTS[field])
        .map(({ term }) => term.slug),
    ]),
  ) as Record<OtherInstrumentField, string[]>
  const lists = Object.fromEntries(
    Object.entries(LINE_LISTS).map(([field, kind]) => [
      field,
      row.items.filter((item) => item.kind === kind).map((item) => item.text),
    ]),
  ) as Record<LineList, string[]>
  return {
    title: row.title,
    summary: row.summary,
    problem: row.problem,
    story: row.story,
    ownerName: row.ownerName,
    lifecycle: row.lifecycle,
    stopReason: row.stopReason,
    startsOn: toCalendarDate(row.startsOn),
    endsOn: toCalendarDate(row.endsOn),
    contactName: row.contactName,
    contactRole: row.contactRole,
    contactEmail: row.contactEmail,
    contactConsent: row.contactConsent,
    regions: row.regions.map(({ region }) => region.slug),
    style: terms('approach_style')[0] ?? null,
    steps: row.steps,
    sources: row.sources,
    results: row.results.map((result) => ({ ...result, value: result.value?.toString() ?? null })),
    partners: row.partners.map(({ name }) => name),
    ...tags,
    ...others,
    ...lists,
    ...toVersionMedia(row),
  }
}

function toDraft(row: DraftRow): RevisionDraft {
  const { initiative } = row
  return {
    id: row.id,
    initiativeId: row.initiativeId,
    slug: initiative.slug,
    number: row.number,
    status: row.status,
    version: row.version,
    organisationId: initiative.organisationId,
    organisationName: initiative.organisation.name,
    isPublished: initiative.publishedRevisionId !== null,
    closed: initiative.closure?.kind ?? null,
    planned: row.schedule,
    returnReason: row.returnReason,
    createdById: row.createdById,
    regionIds: [
      ...row.regions.map(({ regionId }) => regionId),
      ...actingRegionsOf(initiative.organisation),
    ],
    updatedAt: row.updatedAt,
    submittedAt: row.submittedAt,
    content: toContent(row),
  }
}

/** A version with its content, or null. The policy decides who may see it. */
export async function getRevisionDraft(
  revisionId: string,
  client: Transaction = db,
): Promise<RevisionDraft | null> {
  if (!z.uuid().safeParse(revisionId).success) return null
  const row = await client.initiativeRevision.findUnique({
    where: { id: revisionId },
    select: draftSelect,
  })
  return row && toDraft(row)
}

/** The published version, or null. */
export async function getPublishedContent(initiativeId: string): Promise<VersionContent | null> {
  const row = await db.initiativeRevision.findFirst({
    where: { initiativeId, status: 'published' },
    select: draftSelect,
  })
  return row && toContent(row)
}

/** The managing organisation of an initiative; null when unknown. */
export async function getOrganisationOfInitiative(initiativeId: string): Promise<string | null> {
  if (!z.uuid().safeParse(initiativeId).success) return null
  const row = await db.initiative.findUnique({
    where: { id: initiativeId },
    select: { organisationId: true },
  })
  return row?.organisationId ?? null
}

const rowSelect = {
  id: true,
  initiativeId: true,
  title: true,
  status: true,
  number: true,
  updatedAt: true,
  submittedAt: true,
  returnReason: true,
  schedule: { select: { at: true } },
  initiative: {
    select: { closure: { select: { kind: true } }, organisation: { select: { name: true } } },
  },
} satisfies Prisma.InitiativeRevisionSelect

function toRow(
  row: Prisma.InitiativeRevisionGetPayload<{ select: typeof rowSelect }>,
): RevisionRow {
  const { id, initiativeId, title, status, number, updatedAt, submittedAt, returnReason } = row
  return {
    ...{ id, initiativeId, title, status, number, updatedAt, submittedAt, returnReason },
    organisationName: row.initiative.organisation.name,
    closed: row.initiative.closure?.kind ?? null,
    plannedAt: row.schedule?.at ?? null,
  }
}

async function listCompleteness(ids: readonly string[]): Promise<Map<string, Completeness>> {
  const rows = await db.initiativeRevision.findMany({
    where: { id: { in: [...ids] } },
    select: draftSelect,
    orderBy: { id: 'asc' },
    take: LIST_LIMIT,
  })
  return new Map(rows.map((row) => [row.id, completeness(toContent(row))]))
}

/**
 * Versions of these organisations, latest first: the open one, else the published one. With how
 * much of each is filled in.
 */
export async function listRevisionsOf(organisationIds: readonly string[]): Promise<OwnRevision[]> {
  const rows = await db.initiativeRevision.findMany({
    where: {
      initiative: { organisationId: { in: [...organisationIds] } },
      status: { not: 'superseded' },
    },
    select: rowSelect,
    orderBy: [{ number: 'desc' }, { id: 'asc' }],
    take: LIST_LIMIT * 2,
  })
  const latest = new Map<string, RevisionRow>()
  for (const row of rows)
    if (!latest.has(row.initiativeId)) latest.set(row.initiativeId, toRow(row))
  const shown = [...latest.values()]
    .sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())
    .slice(0, LIST_LIMIT)
  const filled = await listCompleteness(shown.map(({ id }) => id))
  return shown.flatMap((row) => {
    const filledIn = filled.get(row.id)
    return filledIn ? [{ ...row, completeness: filledIn }] : []
  })
}

/** Versions waiting for a moderator who may decide on them, longest first. */
export async function listSubmitted(
  mayDecide: (target: ReviewTarget) => boolean,
): Promise<RevisionRow[]> {
  const rows = await db.initiativeRevision.findMany({
    where: { status: 'submitted', schedule: { is: null } },
    select: {
      ...rowSelect,
      createdById: true,
      regions: { select: { regionId: true }, take: 500 },
      initiative: {
        select: {
          organisationId: true,
          closure: { select: { kind: true } },
          organisation: { select: { name: true, ...actingRegionFields } },
        },
      },
    },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
    take: MAX_WAITING,
  })
  return rows
    .filter(({ createdById, regions, initiative: { organisationId, organisation } }) =>
      mayDecide({
        organisationId,
        createdById,
        regionIds: [...regions.map(({ regionId }) => regionId), ...actingRegionsOf(organisation)],
      }),
    )
    .slice(0, LIST_LIMIT)
    .map(toRow)
}
