import 'server-only'
import { z } from 'zod'
import { Prisma } from '@/generated/prisma/client'
import { pagePath } from '@/i18n/translated-path'
import { db } from '@/lib/base/db/db'
import { MAIL_OF_EVENT } from '@/lib/people/follows/mail.rules'
import { MAX_ITEMS, NEWS_DAYS } from './rules'
import { DIGEST_KINDS, type DigestItem, type DigestKind } from './types'

/** The next people, by id, who chose something weekly and have no digest for this week. */
export async function listDigestReaders(
  week: string,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await db.user.findMany({
    where: {
      disabledAt: null,
      mailWishes: { some: { mode: 'weekly' } },
      digests: { none: { week } },
      ...(after !== null && { id: { gt: after } }),
    },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: limit,
  })
  return rows.map(({ id }) => id)
}

const candidateRow = z.object({
  userId: z.string(),
  kind: z.enum(DIGEST_KINDS),
  title: z.string(),
  target: z.string(),
  since: z.date(),
})

const pathOf = (kind: DigestKind, target: string): string => {
  switch (kind) {
    case 'review':
      return pagePath('/workspace/reviews/[id]', { id: target })
    case 'assess':
      return pagePath('/workspace/assessments/[slug]', { slug: target })
    case 'returned':
    case 'draft':
      return pagePath('/workspace/initiatives/[id]', { id: target })
    case 'news':
      return target
  }
}

/** Each kind of inbox item with the kind of mail that people choose for. */
const MAILED = Object.entries(MAIL_OF_EVENT).filter(([, mail]) => mail !== null)

/** Nothing new is submitted of an initiative that is archived, withdrawn or merged. */
const NOT_CLOSED = Prisma.sql`
  NOT EXISTS (
    SELECT 1
    FROM initiative_closure c
    WHERE c.initiative_id = i.id
  )`

const WAITING = Prisma.sql`
  SELECT p.id AS user_id, 'review' AS kind, r.title, r.id::text AS target,
    coalesce(r.submitted_at, r.updated_at) AS since
  FROM people p
  JOIN platform_role pr ON pr.user_id = p.id AND pr.role = 'moderator'
  JOIN initiative_revision r
    ON r.status = 'submitted' AND r.created_by_id IS DISTINCT FROM p.id
  JOIN initiative i ON i.id = r.initiative_id
  WHERE NOT EXISTS (
    SELECT 1
    FROM membership m
    WHERE m.user_id = p.id AND m.organisation_id = i.organisation_id
  )
  -- What is to be published later was decided on.
  AND NOT EXISTS (
    SELECT 1
    FROM initiative_schedule s
    WHERE s.revision_id = r.id
  )
  UNION ALL
  SELECT DISTINCT p.id, 'returned', r.title, r.id::text, r.updated_at
  FROM people p
  JOIN membership m ON m.user_id = p.id AND m.role IN ('editor', 'manager')
  JOIN initiative i ON i.organisation_id = m.organisation_id
  JOIN initiative_revision r ON r.initiative_id = i.id AND r.status = 'returned'
  WHERE ${NOT_CLOSED}
  UNION ALL
  SELECT p.id, 'assess', v.title, i.slug, a.updated_at
  FROM people p
  JOIN assessment a ON a.assessor_id = p.id AND a.status = 'draft' AND a.kind = 'panel'
  JOIN initiative i ON i.id = a.initiative_id
  JOIN initiative_revision v ON v.id = i.published_revision_id
  UNION ALL
  SELECT p.id, 'draft', r.title, r.id::text, r.updated_at
  FROM people p
  JOIN initiative_revision r ON r.created_by_id = p.id AND r.status = 'draft'
  JOIN initiative i ON i.id = r.initiative_id
  WHERE EXISTS (
    SELECT 1
    FROM membership m
    WHERE m.user_id = p.id AND m.organisation_id = i.organisation_id
      AND m.role IN ('editor', 'manager')
  )
  AND ${NOT_CLOSED}`

/**
 * What these people chose to read weekly: open work, and unread items of the past week. At most a
 * digest's worth of work per kind.
 */
export async function listCandidates(
  userIds: readonly string[],
  now: Date,
): Promise<Map<string, DigestItem[]>> {
  const from = new Date(now.getTime() - NEWS_DAYS * 86_400_000)
  const rows = z.array(candidateRow).parse(
    await db.$queryRaw`
      WITH readers AS (
        SELECT unnest(${[...userIds]}::uuid[]) AS id
      ), people AS (
        SELECT r.id
        FROM readers r
        JOIN mail_wish w ON w.user_id = r.id AND w.kind = 'digest' AND w.mode = 'weekly'
      ), kinds AS (
        SELECT *
        FROM unnest(
          ${MAILED.map(([event]) => event)}::text[], ${MAILED.map(([, mail]) => mail)}::text[]
        ) AS k (event, mail)
      ), candidates AS (
        ${WAITING}
        UNION ALL
        SELECT r.id, 'news', n.title, n.path, n.created_at
        FROM readers r
        CROSS JOIN LATERAL (
          SELECT n.title, n.path, n.created_at
          FROM notification n
          JOIN kinds k ON k.event = n.kind
          JOIN mail_wish w ON w.user_id = r.id AND w.kind = k.mail AND w.mode = 'weekly'
          WHERE n.user_id = r.id AND n.read_at IS NULL AND n.created_at > ${from}
          ORDER BY n.created_at DESC, n.id DESC
          LIMIT 100
        ) n
      ), ranked AS (
        SELECT *, row_number() OVER (
          PARTITION BY user_id, kind
          ORDER BY
            CASE WHEN kind = 'news' THEN -1 ELSE 1 END * extract(epoch FROM since),
            target
        ) AS place
        FROM candidates
      )
      SELECT user_id::text AS "userId", kind, title, target, since
      FROM ranked
      WHERE kind = 'news' OR place <= ${MAX_ITEMS}`,
  )
  const found = new Map<string, DigestItem[]>(userIds.map((id) => [id, []]))
  for (const { userId, kind, title, target, since } of rows)
    found.get(userId)?.push({ kind, title, path: pathOf(kind, target), since })
  return found
}
