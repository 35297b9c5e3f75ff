import { z } from 'zod'
import { SECOND_FACTOR_ROLES, SETTING_SCHEMAS } from '@/lib/base/settings/schema'

const version = z.coerce.number().int().min(0).max(1_000_000)
const box = z.literal('on').optional()

const { identity, logo, home, statements, retention, mail } = SETTING_SCHEMAS

export const identityForm = identity.extend({ version })
export const homeForm = home.extend({ version })
export const statementsForm = statements.extend({ version })
export const retentionForm = retention.extend({ version })
export const mailForm = mail.extend({ version })
export const logoForm = z.object({ alt: logo.shape.alt, remove: box, version })
export const languagesForm = z.object({ english: box, version })
export const securityForm = z.object({
  ...(Object.fromEntries(SECOND_FACTOR_ROLES.map((role) => [role, box])) as Record<
    (typeof SECOND_FACTOR_ROLES)[number],
    typeof box
  >),
  version,
})
