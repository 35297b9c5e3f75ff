import 'server-only'
import {
  listModerators,
  listWriterIds,
  type Moderator,
} from '@/lib/people/accounts/recipients.data'
import { actingRegionFields, actingRegionsOf } from '@/lib/people/accounts/regions.rules'
import { getRegionGraph } from '@/lib/base/regions/data'
import { db, type Transaction } from '@/lib/base/db/db'
import { canReview } from './policy'
import type { ReviewTarget } from './types'

export interface ToldTarget extends ReviewTarget {
  title: string
  slug: string
  version: number
  organisationName: string
}

/** What a moderator decides about: the version with its owner and regions. */
export async function getReviewTarget(
  revisionId: string,
  client: Transaction | typeof db = db,
): Promise<ToldTarget> {
  const row = await client.initiativeRevision.findUniqueOrThrow({
    where: { id: revisionId },
    select: {
      title: true,
      version: true,
      createdById: true,
      regions: { select: { regionId: true } },
      initiative: {
        select: {
          slug: true,
          organisationId: true,
          organisation: { select: { name: true, ...actingRegionFields } },
        },
      },
    },
  })
  const { organisation, organisationId, slug } = row.initiative
  return {
    title: row.title,
    slug,
    version: row.version,
    createdById: row.createdById,
    organisationId,
    organisationName: organisation.name,
    regionIds: [...row.regions.map(({ regionId }) => regionId), ...actingRegionsOf(organisation)],
  }
}

/** Whether anyone writes for this organisation and can sign in. */
export async function hasWriters(organisationId: string): Promise<boolean> {
  return (await listWriterIds(db, organisationId)).length > 0
}

/** The moderators who may decide on a version: of another organisation and another region. */
export async function listReviewers(
  target: ReviewTarget,
  client: Transaction | typeof db = db,
): Promise<Moderator[]> {
  const graph = await getRegionGraph()
  return (await listModerators(client)).filter(({ id: userId, memberships }) =>
    canReview({ userId, memberships, platformRoles: ['moderator'] }, target, graph),
  )
}
