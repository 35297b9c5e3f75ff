import 'server-only'
import { db, type Transaction } from '@/lib/base/db/db'
import { addMonths, type CalendarDate, fromCalendarDate } from '@/lib/base/text/calendar'
import { getRegionGraph } from '@/lib/base/regions/data'
import { regionFamily, sharesRegion } from '@/lib/base/regions/rules'
import { actingRegionFields, actingRegionsOf } from '@/lib/people/accounts/regions.rules'
import { ASKED_MONTHS } from './rules'
import type { Candidate, PanelTarget } from './types'
import { MAX_PEOPLE } from './data'

const candidateSelect = {
  id: true,
  constituency: true,
  memberships: {
    select: {
      role: true,
      organisationId: true,
      organisation: {
        select: { name: true, ...actingRegionFields, region: { select: { name: true } } },
      },
    },
    orderBy: { createdAt: 'asc' },
    take: 100,
  },
  expertise: {
    select: { term: { select: { slug: true, labelNl: true, labelEn: true, vocabulary: true } } },
    orderBy: { term: { position: 'asc' } },
    take: 200,
  },
} as const

/** Assessors without a tie, a conflict or an earlier request for the open round. */
export async function listCandidates(
  target: PanelTarget,
  today: CalendarDate,
  client: Transaction | typeof db = db,
): Promise<Candidate[]> {
  const since = fromCalendarDate(addMonths(today, -ASKED_MONTHS))
  const [graph, rows] = await Promise.all([
    getRegionGraph(),
    client.user.findMany({
      where: {
        disabledAt: null,
        memberships: {
          some: { role: 'assessor' },
          none: { organisationId: target.organisationId },
        },
        invitations: {
          none: {
            round: { initiativeId: target.initiativeId },
            OR: [{ state: 'conflict' }, { round: { status: 'open' } }],
          },
        },
      },
      select: {
        ...candidateSelect,
        _count: { select: { invitations: { where: { createdAt: { gte: since } } } } },
      },
      orderBy: { id: 'asc' },
      take: MAX_PEOPLE,
    }),
  ])
  const theirs = regionFamily(graph, target.regionIds)
  return rows.flatMap(({ id, constituency, memberships, expertise, _count }) => {
    const regionIds = memberships.flatMap(({ organisation }) => actingRegionsOf(organisation))
    const seat = memberships.find(
      ({ role, organisation }) => role === 'assessor' && organisation.regionId !== null,
    )
    if (!seat?.organisation.regionId || sharesRegion(regionFamily(graph, regionIds), theirs))
      return []
    const known = (vocabulary: string) =>
      expertise
        .filter(({ term }) => term.vocabulary === vocabulary)
        .map(({ term: { slug, labelNl, labelEn } }) => ({ slug, labelNl, labelEn }))
    return [
      {
        userId: id,
        organisationName: seat.organisation.name,
        regionId: seat.organisation.regionId,
        regionName: seat.organisation.region?.name ?? '',
        constituency,
        groups: known('target_group'),
        sectors: known('sector'),
        asked: _count.invitations,
      },
    ]
  })
}
