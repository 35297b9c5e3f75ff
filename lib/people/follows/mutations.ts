import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import { z } from 'zod'
import { pagePath } from '@/i18n/translated-path'
import { db, type Transaction } from '@/lib/base/db/db'
import { defaultMode } from '@/lib/people/messages/kinds.rules'
import { queueMails } from '@/lib/people/messages/mutations'
import { MAIL_OF_EVENT, newsWords } from './mail.rules'
import { MAX_FOLLOWS } from './rules'
import type { EventKind, Subject } from './types'

export interface FollowEvent {
  kind: EventKind
  initiativeId: string
  key: string
  actorId: string | null
  /** Also the editors and managers of the organisation it belongs to. */
  owners?: boolean
  /** Who hears of it in another way. */
  except?: readonly string[]
}

const ABOVE = Prisma.sql`
      groups AS (
        SELECT t.id, t.parent_id
        FROM published p
          JOIN revision_term rt ON rt.revision_id = p.revision_id
          JOIN term t ON t.id = rt.term_id
          AND t.vocabulary = 'target_group'
        UNION
        SELECT t.id, t.parent_id
        FROM groups g
          JOIN term t ON t.id = g.parent_id
      ),
      regions AS (
        SELECT rr.region_id AS id
        FROM published p
          JOIN revision_region rr ON rr.revision_id = p.revision_id
        UNION
        SELECT l.parent_id
        FROM regions r
          JOIN region_link l ON l.child_id = r.id
          AND l.is_primary
          AND l.valid_to_year IS NULL
      )
`

const told = z.array(z.object({ userId: z.string(), title: z.string() }))

interface Mail {
  subject: string
  text: string
  /** Where the kind and key of the event do not fit. */
  key?: string
}

/**
 * Mails whoever just got this inbox item, in the same transaction. Mail of a kind that is only
 * sent on request is queued for those who asked for it alone.
 */
async function mailTold(
  tx: Transaction,
  { kind, key, path, mail }: Pick<PeopleEvent, 'kind' | 'key' | 'path'> & { mail: Mail },
  people: readonly string[],
): Promise<void> {
  const mailKind = MAIL_OF_EVENT[kind]
  if (mailKind === null || people.length === 0) return
  const asked =
    defaultMode(mailKind) === 'now'
      ? people
      : (
          await tx.mailWish.findMany({
            where: { kind: mailKind, mode: 'now', userId: { in: [...people] } },
            select: { userId: true },
            orderBy: { userId: 'asc' },
            take: people.length,
          })
        ).map(({ userId }) => userId)
  await queueMails(
    tx,
    asked.map((recipientId) => ({
      recipientId,
      kind: mailKind,
      key: `${kind}:${key}`,
      path,
      ...mail,
    })),
  )
}

/** Followers of an initiative, of all above it when it is new, and its owners when asked for. */
const readersOf = ({ kind, initiativeId, owners = false }: FollowEvent) => Prisma.sql`
      subjects (type, id) AS (
        SELECT 'initiative', id
        FROM published
        UNION ALL
        SELECT 'target_group', id
        FROM groups
        WHERE ${kind} = 'initiative-published'
        UNION ALL
        SELECT 'region', id
        FROM regions
        WHERE ${kind} = 'initiative-published'
        UNION ALL
        SELECT 'goal', g.goal_id
        FROM initiative_goal g
        WHERE g.initiative_id = ${initiativeId}::uuid
          AND ${kind} = 'initiative-published'
      ),
      followers AS (
        SELECT DISTINCT f.user_id
        FROM follow f
          JOIN subjects s ON s.type = f.subject_type
          AND s.id = f.subject_id
        UNION
        SELECT m.user_id
        FROM initiative i
          JOIN membership m ON m.organisation_id = i.organisation_id
          AND m.role IN ('editor', 'manager')
        WHERE i.id = ${initiativeId}::uuid
          AND ${owners}
      )
`

/**
 * Notifies followers in the transaction of the event; a first publication also followers of all
 * above it. Mails who asked for that.
 */
export async function notifyFollowers(tx: Transaction, event: FollowEvent): Promise<void> {
  const { kind, initiativeId, key, actorId, except = [] } = event
  const { slug } = await tx.initiative.findUniqueOrThrow({
    where: { id: initiativeId },
    select: { slug: true },
  })
  const path = pagePath('/initiatives/[slug]', { slug })
  const rows = await tx.$queryRaw`
    WITH RECURSIVE
      published AS (
        SELECT i.id, r.id AS revision_id, r.title
        FROM initiative i
          JOIN initiative_revision r ON r.id = i.published_revision_id
        WHERE i.id = ${initiativeId}::uuid
      ),
      ${ABOVE},
      ${readersOf(event)}
    INSERT INTO notification (id, user_id, kind, key, title, path)
    SELECT gen_random_uuid(), f.user_id, ${kind}, ${`${kind} ${key}`}, p.title, ${path}
    FROM published p
      CROSS JOIN followers f
      JOIN app_user u ON u.id = f.user_id
      AND u.disabled_at IS NULL
    WHERE f.user_id IS DISTINCT FROM ${actorId}::uuid
      AND f.user_id <> ALL (${[...except]}::uuid[])
    ON CONFLICT (user_id, key) DO NOTHING
    RETURNING user_id::text AS "userId", title
  `
  const readers = told.parse(rows)
  await mailTold(
    tx,
    { kind, key, path, mail: newsWords(kind, readers[0]?.title ?? '') },
    readers.map(({ userId }) => userId),
  )
}

export interface PeopleEvent {
  kind: EventKind
  key: string
  title: string
  path: string
  /** What someone wrote or decided, shown in the inbox. */
  note?: string
  /** What to do, in Dutch; without it the mail says what is new. */
  mail?: Mail
}

/**
 * Notifies these people and the followers of these subjects once, except the actor and whoever
 * cannot sign in any more; mails them by their choice. `mailed` already gets a mail of its own. Returns whom
 * it told.
 */
export async function notifyPeople(
  tx: Transaction,
  { kind, key, title, path, note = '', mail }: PeopleEvent,
  to: {
    people: readonly string[]
    subjects: readonly Subject[]
    actorId: string | null
    mailed?: readonly string[]
    /** Who hears of it in another way. */
    except?: readonly string[]
  },
): Promise<string[]> {
  const types = to.subjects.map(({ type }) => type)
  const ids = to.subjects.map(({ id }) => id)
  const rows = await tx.$queryRaw`
    INSERT INTO notification (id, user_id, kind, key, title, path, note)
    SELECT gen_random_uuid(), p.user_id, ${kind}, ${`${kind} ${key}`}, ${title}, ${path}, ${note}
    FROM (
      SELECT unnest(${[...to.people]}::uuid[]) AS user_id
      UNION
      SELECT f.user_id
      FROM follow f
      JOIN unnest(${types}::text[], ${ids}::uuid[]) AS s (type, id) ON s.type = f.subject_type
        AND s.id = f.subject_id
    ) p
    JOIN app_user u ON u.id = p.user_id AND u.disabled_at IS NULL
    WHERE p.user_id IS DISTINCT FROM ${to.actorId}::uuid
      AND p.user_id <> ALL (${[...(to.except ?? [])]}::uuid[])
    ON CONFLICT (user_id, key) DO NOTHING
    RETURNING user_id::text AS "userId", title`
  const people = told.parse(rows).map(({ userId }) => userId)
  await mailTold(
    tx,
    { kind, key, path, mail: mail ?? newsWords(kind, title) },
    people.filter((id) => to.mailed?.includes(id) !== true),
  )
  return people
}

/** Takes back inbox items and unsent mail of an event, because what it asked is done or gone. */
export async function forgetTold(tx: Transaction, kind: EventKind, key: string): Promise<void> {
  await tx.notification.deleteMany({ where: { kind, key: `${kind} ${key}` } })
  const mailKind = MAIL_OF_EVENT[kind]
  if (mailKind !== null)
    await tx.mail.updateMany({
      where: { kind: mailKind, status: 'queued', key: { startsWith: key } },
      data: { status: 'skipped' },
    })
}

/** Makes someone follow what they started, in the same transaction; not when their list is full. */
export async function saveFollowOf(
  tx: Transaction,
  userId: string,
  { type, id }: Subject,
): Promise<void> {
  if ((await tx.follow.count({ where: { userId } })) < MAX_FOLLOWS)
    await tx.follow.createMany({
      data: [{ userId, subjectType: type, subjectId: id }],
      skipDuplicates: true,
    })
}

/** Follows a subject; idempotent. 'tooMany' when the list is full. */
export async function saveFollow(
  userId: string,
  { type, id }: Subject,
): Promise<'saved' | 'tooMany'> {
  return db.$transaction(async (tx) => {
    if ((await tx.follow.count({ where: { userId } })) >= MAX_FOLLOWS) return 'tooMany'
    await tx.follow.createMany({
      data: [{ userId, subjectType: type, subjectId: id }],
      skipDuplicates: true,
    })
    return 'saved'
  })
}

/** Stops following; idempotent. */
export async function deleteFollow(userId: string, { type, id }: Subject): Promise<void> {
  await db.follow.deleteMany({ where: { userId, subjectType: type, subjectId: id } })
}

/** Marks one message, or all, of this person as read. Returns how many were unread. */
export async function saveRead(userId: string, id?: string): Promise<number> {
  const { count } = await db.notification.updateMany({
    where: { userId, readAt: null, ...(id !== undefined && { id }) },
    data: { readAt: new Date() },
  })
  return count
}
