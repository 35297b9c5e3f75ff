import 'server-only'
import { z } from 'zod'
import type { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/base/db/db'
import { joinState } from './rules'
import type { Decided, Joining, JoiningRow, OverlapOther, Variant } from './types'

export const LOOKED_AT = 12
const MAX_LINKS = 50
const MAX_CHOICES = 100

const REPLY = {
  welcome: true,
  words: true,
  createdAt: true,
  actor: { select: { name: true } },
} as const
const CHOICE = {
  id: true,
  otherId: true,
  answer: true,
  words: true,
  createdAt: true,
  actor: { select: { name: true } },
  reply: { select: REPLY },
} as const
interface ChoiceRow {
  id: string
  answer: Decided['answer']
  words: string
  createdAt: Date
  actor: { name: string } | null
  reply: { welcome: boolean; words: string; createdAt: Date; actor: { name: string } | null } | null
}

const toReply = (reply: ChoiceRow['reply']) =>
  reply && {
    welcome: reply.welcome,
    words: reply.words,
    by: reply.actor?.name ?? null,
    on: reply.createdAt,
  }
const toDecided = ({ id, answer, words, createdAt, actor, reply }: ChoiceRow): Decided => ({
  answer,
  words,
  by: actor?.name ?? null,
  on: createdAt,
  joining:
    answer === 'join' ? { id, state: joinState({ reply: toReply(reply), isLast: true }) } : null,
})

/** The last decision about each other initiative. */
export async function listDecided(
  initiativeId: string,
  otherIds: readonly string[],
): Promise<Map<string, Decided>> {
  const rows = await db.overlapChoice.findMany({
    where: { initiativeId, otherId: { in: [...otherIds] } },
    distinct: ['otherId'],
    orderBy: [{ otherId: 'asc' }, { createdAt: 'desc' }, { id: 'desc' }],
    select: CHOICE,
    take: LOOKED_AT * 4,
  })
  return new Map(rows.map((row) => [row.otherId, toDecided(row)]))
}

const OTHER = {
  id: true,
  slug: true,
  organisationId: true,
  organisation: { select: { name: true } },
  publishedRevision: { select: { title: true } },
  revisions: {
    where: { status: { in: ['draft', 'submitted', 'returned'] } },
    select: { id: true, title: true, status: true },
    orderBy: { number: 'desc' },
    take: 1,
  },
} satisfies Prisma.InitiativeSelect

/** Another initiative: its published version, else the open one, for the policy to judge. */
export async function getOther(initiativeId: string): Promise<OverlapOther | null> {
  const row = await db.initiative.findUnique({ where: { id: initiativeId }, select: OTHER })
  if (!row) return null
  const {
    slug,
    organisationId,
    publishedRevision,
    revisions: [open],
  } = row
  if (publishedRevision)
    return { initiativeId, slug, title: publishedRevision.title, organisationId, draft: null }
  return open
    ? {
        initiativeId,
        slug,
        title: open.title,
        organisationId,
        draft: { revisionId: open.id, status: open.status },
      }
    : null
}

/** Published variants, whichever side linked them, as long as that is its last decision. */
export async function listVariants(initiativeId: string): Promise<Variant[]> {
  return z.array(z.object({ slug: z.string(), title: z.string(), organisation: z.string() })).parse(
    await db.$queryRaw`
      WITH last AS (
        SELECT DISTINCT ON (initiative_id, other_id) initiative_id, other_id, answer
        FROM overlap_choice
        WHERE initiative_id = ${initiativeId}::uuid OR other_id = ${initiativeId}::uuid
        ORDER BY initiative_id, other_id, created_at DESC, id DESC
      )
      SELECT DISTINCT s.slug, s.title, o.name AS organisation
      FROM last l
      JOIN initiative_search s
        ON s.initiative_id = CASE
          WHEN l.initiative_id = ${initiativeId}::uuid THEN l.other_id
          ELSE l.initiative_id
        END
      JOIN initiative i ON i.id = s.initiative_id
      JOIN organisation o ON o.id = i.organisation_id
      WHERE l.answer = 'variant'
      ORDER BY s.title, s.slug
      LIMIT ${MAX_LINKS}`,
  )
}

const titleOf = (row: {
  slug: string
  publishedRevision: { title: string } | null
  revisions: readonly { title: string }[]
}) => row.publishedRevision?.title ?? row.revisions[0]?.title ?? row.slug

/** A wish to join with its answer, or null. The policy says who may read it. */
export async function getJoining(id: string): Promise<Joining | null> {
  const row = await db.overlapChoice.findFirst({
    where: { id, answer: 'join' },
    select: {
      ...CHOICE,
      initiativeId: true,
      initiative: { select: OTHER },
      other: { select: OTHER },
    },
  })
  if (!row) return null
  const { initiativeId, otherId, initiative, other, createdAt, words, actor, reply } = row
  const later = await db.overlapChoice.count({
    where: {
      initiativeId,
      otherId,
      OR: [{ createdAt: { gt: createdAt } }, { createdAt, id: { gt: id } }],
    },
  })
  return {
    id,
    initiativeId,
    own: titleOf(initiative),
    other: { initiativeId: otherId, slug: other.slug, title: titleOf(other) },
    words,
    askedAt: createdAt,
    asker: actor?.name ?? null,
    askerOrganisationId: initiative.organisationId,
    askerOrganisation: initiative.organisation.name,
    ownerOrganisationId: other.organisationId,
    ownerOrganisation: other.organisation.name,
    isLast: later === 0,
    reply: toReply(reply),
  }
}

/** Unanswered wishes to join for these organisations, oldest first. */
export async function listPendingJoins(organisationIds: readonly string[]): Promise<JoiningRow[]> {
  if (organisationIds.length === 0) return []
  return z
    .array(
      z.object({ id: z.string(), title: z.string(), organisation: z.string(), askedAt: z.date() }),
    )
    .parse(
      await db.$queryRaw`
        SELECT
          c.id::text AS id,
          coalesce(
            p.title,
            (
              SELECT o.title
              FROM initiative_revision o
              WHERE o.initiative_id = i.id
              ORDER BY o.number DESC
              LIMIT 1
            ),
            i.slug
          ) AS title,
          a.name AS organisation, c.created_at AS "askedAt"
        FROM overlap_choice c
          JOIN initiative i ON i.id = c.other_id
          LEFT JOIN initiative_revision p ON p.id = i.published_revision_id
          JOIN initiative own ON own.id = c.initiative_id
          JOIN organisation a ON a.id = own.organisation_id
        WHERE i.organisation_id = ANY (${[...organisationIds]}::uuid[])
          AND c.answer = 'join'
          AND NOT EXISTS (
            SELECT
            FROM overlap_reply r
            WHERE r.choice_id = c.id
          )
          AND NOT EXISTS (
            SELECT
            FROM overlap_choice l
            WHERE l.initiative_id = c.initiative_id
              AND l.other_id = c.other_id
              AND (l.created_at, l.id) > (c.created_at, c.id)
          )
        ORDER BY c.created_at, c.id
        LIMIT ${MAX_CHOICES}
      `,
    )
}

/** The last decision about every lookalike of this initiative, newest first. */
export async function listChoices(
  initiativeId: string,
): Promise<(Decided & { other: OverlapOther })[]> {
  const rows = await db.overlapChoice.findMany({
    where: { initiativeId },
    distinct: ['otherId'],
    orderBy: [{ otherId: 'asc' }, { createdAt: 'desc' }, { id: 'desc' }],
    select: { ...CHOICE, other: { select: OTHER } },
    take: MAX_CHOICES,
  })
  return rows
    .map(({ other, ...row }) => {
      const [open] = other.revisions
      const draft =
        other.publishedRevision || !open ? null : { revisionId: open.id, status: open.status }
      return {
        ...toDecided(row),
        other: {
          initiativeId: other.id,
          slug: other.slug,
          title: titleOf(other),
          organisationId: other.organisationId,
          draft,
        },
      }
    })
    .toSorted((a, b) => b.on.getTime() - a.on.getTime())
}

/** Published initiatives that the writer saw when the idea was checked. */
export async function listConsulted(
  initiativeId: string,
): Promise<{ slug: string; title: string }[]> {
  const rows = await db.initiativeConsulted.findMany({
    where: { initiativeId, other: { publishedRevisionId: { not: null } } },
    select: {
      other: { select: { slug: true, publishedRevision: { select: { title: true } } } },
    },
    orderBy: [{ consultedAt: 'asc' }, { otherId: 'asc' }],
    take: MAX_LINKS,
  })
  return rows.map(({ other }) => ({
    slug: other.slug,
    title: other.publishedRevision?.title ?? other.slug,
  }))
}
