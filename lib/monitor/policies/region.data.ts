import 'server-only'
import { z } from 'zod'
import { Prisma } from '@/generated/prisma/client'
import { directionOf } from '@/lib/knowledge/evidence/direction.rules'
import { DIRECTION } from '@/lib/knowledge/search/data'
import { db, type Transaction } from '@/lib/base/db/db'
import { getRegionGraph } from '@/lib/base/regions/data'
import { regionLineage } from '@/lib/base/regions/rules'
import type { GoalChoice, PolicyRegion, RegionGoal, RegionInitiative, RegionPolicy } from './types'
import { chainRow, goal, LIST_LIMIT, measure, text } from './data'
import {
  chainColumns,
  goalFrom,
  goalJson,
  measureFrom,
  measureJson,
  shownRevision,
} from './fragments.data'

/** Repeats `countsInYear` of lib/monitor/chains. */
const touches = (table: 'g' | 'm', year: number | null) => {
  const name = Prisma.raw(table)
  return year === null
    ? Prisma.sql`true`
    : Prisma.sql`
      (
        ${name}.starts_on IS NULL
        OR ${name}.starts_on <= make_date(${year}::int, 12, 31)
      )
      AND (
        ${name}.ends_on IS NULL
        OR ${name}.ends_on >= make_date(${year}::int, 1, 1)
      )
    `
}

/** Goals with their measures, largest regions first; of one year, or of all. */
export async function listGoals(
  regionIds: readonly string[],
  client: Transaction = db,
  year: number | null = null,
): Promise<GoalChoice[]> {
  if (regionIds.length === 0) return []
  const rows = await client.$queryRaw`
    SELECT ${goalJson} AS goal, (
      SELECT coalesce(jsonb_agg(${measureJson} ORDER BY m.position, m.id), '[]')
      FROM ${measureFrom}
      WHERE m.goal_id = g.id AND ${touches('m', year)}
    ) AS measures
    FROM ${goalFrom}
    WHERE g.region_id = ANY (${[...regionIds]}::uuid[]) AND ${touches('g', year)}
    ORDER BY gr.type, gr.name, g.position, g.id
    LIMIT ${LIST_LIMIT}`
  return z
    .array(z.object({ goal, measures: z.array(measure) }))
    .parse(rows)
    .map((row) => ({ ...row.goal, measures: row.measures }))
}

async function listRegionInitiatives(regionSlug: string): Promise<RegionInitiative[]> {
  const rows = await db.$queryRaw`
    SELECT
      s.slug, s.title, s.evidence_rank AS rank, ${DIRECTION} AS direction,
      n.is_example AS "isExample", to_jsonb(chain) AS chain,
      ARRAY(
        SELECT ig.goal_id::text
        FROM initiative_goal ig
        WHERE ig.initiative_id = s.initiative_id
        ORDER BY ig.goal_id
      ) AS "goalIds"
    FROM initiative_search s
      JOIN initiative n ON n.id = s.initiative_id
      CROSS JOIN LATERAL (
        SELECT ${chainColumns}
        FROM ${shownRevision}
        WHERE i.id = s.initiative_id
      ) chain
    WHERE s.tags && ARRAY(
        SELECT id
        FROM search_tag
        WHERE facet = 'regio'
          AND slug = ${regionSlug}
      )
    ORDER BY s.title, s.initiative_id
    LIMIT ${LIST_LIMIT}
  `
  const parsed = z
    .array(
      z.object({
        slug: text,
        title: text,
        rank: z.int(),
        direction: text.transform(directionOf),
        isExample: z.boolean(),
        goalIds: z.array(text),
        chain: chainRow,
      }),
    )
    .parse(rows)
  return parsed.map((row) => ({ ...row, id: row.chain.initiativeId }))
}

async function listGoalInitiatives(goalIds: readonly string[]) {
  const rows = await db.$queryRaw`
      SELECT ig.goal_id AS "goalId", s.initiative_id AS id, s.slug, s.title
      FROM initiative_goal ig
      JOIN initiative_search s ON s.initiative_id = ig.initiative_id
      WHERE ig.goal_id = ANY (${[...goalIds]}::uuid[])
      ORDER BY s.title, s.initiative_id
      LIMIT ${LIST_LIMIT * 4}`
  return z.array(z.object({ goalId: text, id: text, slug: text, title: text })).parse(rows)
}

async function getPolicyRegion(regionId: string): Promise<PolicyRegion | null> {
  if (!z.uuid().safeParse(regionId).success) return null
  return db.region.findUnique({
    where: { id: regionId },
    select: { id: true, slug: true, name: true, type: true },
  })
}

/** The goals of a region with their initiatives, and all published initiatives of the region. */
export async function getRegionPolicy(
  regionId: string,
  year: number | null = null,
): Promise<RegionPolicy | null> {
  const [own, graph] = await Promise.all([getPolicyRegion(regionId), getRegionGraph()])
  if (!own) return null
  const [choices, initiatives] = await Promise.all([
    listGoals([...regionLineage(graph, [regionId])], db, year),
    listRegionInitiatives(own.slug),
  ])
  const linked = await listGoalInitiatives(choices.map((choice) => choice.id))
  const inRegion = new Set(initiatives.map((initiative) => initiative.id))
  const goals: RegionGoal[] = choices.map((choice) => ({
    ...choice,
    initiatives: linked
      .filter((link) => link.goalId === choice.id)
      .map(({ id, slug, title }) => ({ id, slug, title, inRegion: inRegion.has(id) })),
  }))
  return { region: own, goals, initiatives }
}
