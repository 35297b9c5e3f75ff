import 'server-only'
import { db } from '@/lib/base/db/db'
import { env } from '@/lib/base/runtime/env'

/** Since when an account is linked to the provider that is set here; null when it is not. */
export async function getIdentity(
  userId: string,
): Promise<{ createdAt: Date; lastUsedAt: Date | null } | null> {
  if (env.OIDC_ISSUER === undefined) return null
  return db.userIdentity.findUnique({
    where: { userId_issuer: { userId, issuer: env.OIDC_ISSUER } },
    select: { createdAt: true, lastUsedAt: true },
  })
}
