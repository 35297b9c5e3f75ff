import 'server-only'
import { db } from '@/lib/base/db/db'
import { env } from '@/lib/base/runtime/env'

/** Whether someone has a password here, and since when the account is linked to the provider. */
export async function getOwnWayIn(userId: string) {
  const { passwordHash, identities } = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      passwordHash: true,
      identities: {
        where: { issuer: env.OIDC_ISSUER ?? '' },
        select: { createdAt: true, lastUsedAt: true },
        orderBy: { createdAt: 'asc' },
        take: 1,
      },
    },
  })
  return { hasPassword: passwordHash !== null, identity: identities[0] ?? null }
}
