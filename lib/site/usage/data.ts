import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/base/db/db'
import type { CalendarDate } from '@/lib/base/text/calendar'
import { MOST_READ } from './rules'
import type { MonthCount, PageCount } from './types'

const monthRow = z.object({ month: z.string(), views: z.number() })

/** Readings per month of all pages since a day, oldest first; months without any are left out. */
export async function listMonths(since: CalendarDate): Promise<MonthCount[]> {
  return z.array(monthRow).parse(
    await db.$queryRaw`
      SELECT to_char(date_trunc('month', day), 'YYYY-MM-DD') AS month, sum(views)::int AS views
      FROM usage_count
      WHERE day >= ${since}::date
      GROUP BY 1
      ORDER BY 1`,
  )
}

/** Readings per month of one object since a day, oldest first. */
export async function listMonthsOf(
  { kind, object }: { kind: string; object: string },
  since: CalendarDate,
): Promise<MonthCount[]> {
  return z.array(monthRow).parse(
    await db.$queryRaw`
      SELECT to_char(date_trunc('month', day), 'YYYY-MM-DD') AS month, sum(views)::int AS views
      FROM usage_count
      WHERE kind = ${kind} AND object = ${object} AND day >= ${since}::date
      GROUP BY 1
      ORDER BY 1`,
  )
}

const firstRow = z.object({ day: z.string().nullable() })

/** The first day that was counted; null when nothing was yet. */
export async function getFirstDay(): Promise<CalendarDate | null> {
  const rows = await db.$queryRaw`
    SELECT to_char(min(day), 'YYYY-MM-DD') AS day
    FROM usage_count`
  return z.array(firstRow).parse(rows)[0]?.day ?? null
}

const kindRow = z.object({ kind: z.string(), views: z.number() })

/** Readings per kind of page in a month, most first. */
export async function listKinds(month: CalendarDate) {
  return z.array(kindRow).parse(
    await db.$queryRaw`
      SELECT kind, sum(views)::int AS views
      FROM usage_count
      WHERE day >= ${month}::date AND day < ${month}::date + interval '1 month'
      GROUP BY kind
      ORDER BY views DESC, kind`,
  )
}

const pageRow = z.object({
  kind: z.string(),
  object: z.string(),
  name: z.string().nullable(),
  views: z.number(),
})

/** The pages of a month that were read most, named as they are now; all of them without a limit. */
export async function listPages(
  month: CalendarDate,
  limit: number | null = MOST_READ,
): Promise<PageCount[]> {
  return z.array(pageRow).parse(
    await db.$queryRaw`
      WITH most AS (
        SELECT kind, object, sum(views)::int AS views
        FROM usage_count
        WHERE day >= ${month}::date AND day < ${month}::date + interval '1 month'
        GROUP BY kind, object
        ORDER BY views DESC, kind, object
        LIMIT ${limit}::bigint
      )
      SELECT m.kind, m.object, m.views, coalesce(v.title, r.name, t.label_nl, f.label_nl, c.title,
        l.title, e.title, o.title) AS name
      FROM most m
      LEFT JOIN initiative i ON m.kind = 'initiative' AND i.slug = m.object
      LEFT JOIN initiative_revision v ON v.id = i.published_revision_id
      LEFT JOIN region r ON m.kind = 'region' AND r.slug = m.object
      LEFT JOIN LATERAL (
        SELECT label_nl
        FROM term
        WHERE m.kind IN ('target-group', 'sector', 'challenge', 'instrument')
          AND term.slug = m.object
          AND term.vocabulary::text = CASE m.kind
            WHEN 'target-group' THEN 'target_group'
            WHEN 'challenge' THEN 'societal_challenge'
            ELSE m.kind
          END
        LIMIT 1
      ) t ON true
      LEFT JOIN indicator f ON m.kind = 'figure' AND f.slug = m.object
      LEFT JOIN open_call c ON m.kind = 'call' AND c.slug = m.object
      LEFT JOIN collection l ON m.kind = 'collection' AND l.slug = m.object
      LEFT JOIN meeting e ON m.kind = 'meeting' AND e.slug = m.object
      LEFT JOIN obstacle o ON m.kind = 'obstacle' AND o.slug = m.object
      ORDER BY m.views DESC, m.kind, m.object`,
  )
}
