import 'server-only'
import { db } from '@/lib/base/db/db'
import { getRegionGraph } from '@/lib/base/regions/data'
import { env, origin } from '@/lib/base/runtime/env'
import { canReview } from '@/lib/knowledge/revisions/policy'
import { listModerators } from '@/lib/people/accounts/recipients.data'
import { actingRegionFields, actingRegionsOf } from '@/lib/people/accounts/regions.rules'
import type { InstallationFacts } from './types'

const enabled = { disabledAt: null }

/** What the checklist looks at, read at each view. */
export async function getInstallationFacts(): Promise<InstallationFacts> {
  const [sentMails, administrators, organisations, editors, moderators, assessors] =
    await Promise.all([
      db.mail.count({ where: { status: 'sent' } }),
      db.platformRole.count({ where: { role: 'administrator', user: enabled } }),
      db.organisation.count({ where: { endsOn: null } }),
      db.membership.findMany({
        where: { role: 'editor', user: enabled },
        select: { organisationId: true, organisation: { select: actingRegionFields } },
        distinct: ['organisationId'],
        orderBy: { organisationId: 'asc' },
        take: 1_000,
      }),
      listModerators(db),
      db.membership.findMany({
        where: { role: 'assessor', user: enabled, organisation: { regionId: { not: null } } },
        select: { organisation: { select: { regionId: true } } },
        distinct: ['organisationId'],
        orderBy: { organisationId: 'asc' },
        take: 1_000,
      }),
    ])
  const graph = await getRegionGraph()
  const regional = moderators.filter(({ memberships }) => memberships.length > 0)
  const unmoderated = editors.filter(({ organisationId, organisation }) => {
    const target = {
      organisationId,
      createdById: null,
      regionIds: actingRegionsOf(organisation),
    }
    return !regional.some(({ id: userId, memberships }) =>
      canReview({ userId, memberships, platformRoles: ['moderator'] }, target, graph),
    )
  })
  return {
    origin,
    hasMailServer: env.SMTP_URL !== undefined,
    sentMails,
    administrators,
    organisations,
    editorOrganisations: editors.length,
    unmoderated: unmoderated.length,
    moderators: regional.length,
    assessorRegions: assessors.flatMap(({ organisation }) => organisation.regionId ?? []),
  }
}
