import 'server-only'
import { db } from '@/lib/base/db/db'
import { isSlug } from '@/lib/base/text/text'
import { INBOX_PAGE, isEventKind, MAX_FOLLOWS } from './rules'
import type { InboxMessage, NamedSubject, Subject, SubjectType } from './types'

type Finder = (where: { slug: string } | { ids: readonly string[] }) => Promise<NamedSubject[]>

const filter = (where: Parameters<Finder>[0]) =>
  'slug' in where ? { slug: where.slug } : { id: { in: [...where.ids] } }
const orderBy = { slug: 'asc' as const }
const take = MAX_FOLLOWS

const FIND: Readonly<Record<SubjectType, Finder>> = {
  initiative: async (where) => {
    const rows = await db.initiative.findMany({
      where: { ...filter(where), publishedRevisionId: { not: null } },
      select: { id: true, slug: true, publishedRevision: { select: { title: true } } },
      orderBy,
      take,
    })
    return rows.map(({ publishedRevision, ...row }) => ({
      type: 'initiative',
      ...row,
      nameNl: publishedRevision?.title ?? '',
      nameEn: publishedRevision?.title ?? '',
    }))
  },
  target_group: async (where) => {
    const rows = await db.term.findMany({
      where: { ...filter(where), vocabulary: 'target_group' },
      select: { id: true, slug: true, labelNl: true, labelEn: true },
      orderBy,
      take,
    })
    return rows.map(({ labelNl, labelEn, ...row }) => ({
      type: 'target_group',
      ...row,
      nameNl: labelNl,
      nameEn: labelEn,
    }))
  },
  region: async (where) => {
    const rows = await db.region.findMany({
      where: filter(where),
      select: { id: true, slug: true, name: true },
      orderBy,
      take,
    })
    return rows.map(({ name, ...row }) => ({ type: 'region', ...row, nameNl: name, nameEn: name }))
  },
  collection: async (where) => {
    const rows = await db.collection.findMany({
      where: { ...filter(where), publishedAt: { not: null } },
      select: { id: true, slug: true, title: true },
      orderBy,
      take,
    })
    return rows.map(({ title, ...row }) => ({
      type: 'collection',
      ...row,
      nameNl: title,
      nameEn: title,
    }))
  },
  goal: async (where) => {
    const rows = await db.policyGoal.findMany({
      where: filter(where),
      select: { id: true, slug: true, title: true },
      orderBy,
      take,
    })
    return rows.map(({ title, ...row }) => ({ type: 'goal', ...row, nameNl: title, nameEn: title }))
  },
  call: async (where) => {
    const rows = await db.call.findMany({
      where: { ...filter(where), hiddenAt: null },
      select: { id: true, slug: true, title: true },
      orderBy,
      take,
    })
    return rows.map(({ title, ...row }) => ({ type: 'call', ...row, nameNl: title, nameEn: title }))
  },
  obstacle: async (where) => {
    const rows = await db.obstacle.findMany({
      where: { ...filter(where), mergedIntoId: null },
      select: { id: true, slug: true, title: true },
      orderBy,
      take,
    })
    return rows.map(({ title, ...row }) => ({
      type: 'obstacle',
      ...row,
      nameNl: title,
      nameEn: title,
    }))
  },
}

/** The public subject at this slug, or null. */
export async function findSubject(type: SubjectType, slug: string): Promise<Subject | null> {
  if (!isSlug(slug)) return null
  const [found] = await FIND[type]({ slug })
  return found ?? null
}

/** Whether this person follows it. */
export async function isFollowing(userId: string, { type, id }: Subject): Promise<boolean> {
  return (await db.follow.count({ where: { userId, subjectType: type, subjectId: id } })) > 0
}

/** What this person follows, with names; subjects that are gone are left out. */
export async function listFollows(userId: string): Promise<NamedSubject[]> {
  const rows = await db.follow.findMany({
    where: { userId },
    select: { subjectType: true, subjectId: true },
    orderBy: [{ createdAt: 'desc' }, { subjectId: 'asc' }],
    take: MAX_FOLLOWS,
  })
  const types = Object.keys(FIND) as SubjectType[]
  const found = await Promise.all(
    types.map(async (type) => {
      const ids = rows
        .filter(({ subjectType }) => subjectType === type)
        .map(({ subjectId }) => subjectId)
      return ids.length === 0 ? [] : await FIND[type]({ ids })
    }),
  )
  return found.flat()
}

/** One page of the inbox, newest first, with the total. */
export async function listInbox(
  userId: string,
  page: number,
): Promise<{ messages: InboxMessage[]; total: number; unread: number }> {
  const [rows, total, unread] = await Promise.all([
    db.notification.findMany({
      where: { userId },
      select: {
        id: true,
        kind: true,
        title: true,
        path: true,
        note: true,
        createdAt: true,
        readAt: true,
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * INBOX_PAGE,
      take: INBOX_PAGE,
    }),
    db.notification.count({ where: { userId } }),
    countUnread(userId),
  ])
  return {
    messages: rows.map(({ kind, ...row }) => ({ ...row, kind: isEventKind(kind) ? kind : null })),
    total,
    unread,
  }
}

/** The number of unread messages. */
export async function countUnread(userId: string): Promise<number> {
  return db.notification.count({ where: { userId, readAt: null } })
}
