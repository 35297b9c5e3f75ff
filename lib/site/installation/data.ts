import 'server-only'
import { db } from '@/lib/base/db/db'
import { env, origin } from '@/lib/base/runtime/env'
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
        select: { organisationId: true },
        distinct: ['organisationId'],
        orderBy: { organisationId: 'asc' },
        take: 1_000,
      }),
      db.user.findMany({
        where: { ...enabled, platformRoles: { some: { role: 'moderator' } } },
        select: {
          memberships: {
            select: { organisationId: true },
            orderBy: { organisationId: 'asc' },
            take: 100,
          },
        },
        orderBy: { id: 'asc' },
        take: 200,
      }),
      db.membership.findMany({
        where: { role: 'assessor', user: enabled, organisation: { regionId: { not: null } } },
        select: { organisation: { select: { regionId: true } } },
        distinct: ['organisationId'],
        orderBy: { organisationId: 'asc' },
        take: 1_000,
      }),
    ])
  return {
    origin,
    hasMailServer: env.SMTP_URL !== undefined,
    sentMails,
    administrators,
    organisations,
    editorOrganisations: editors.map(({ organisationId }) => organisationId),
    moderators: moderators.map(({ memberships }) =>
      memberships.map(({ organisationId }) => organisationId),
    ),
    assessorRegions: assessors.flatMap(({ organisation }) => organisation.regionId ?? []),
  }
}
