import 'server-only'
import { getLocale } from 'next-intl/server'
import { getOwnWayIn } from './data'
import { providerName } from './provider.data'
import { startAddress } from './rules'
import type { LinkState, ProviderButton } from './types'

/** The button on the sign-in page; null where no provider is set. */
export async function loadProviderButton(returnTo: string): Promise<ProviderButton | null> {
  const name = providerName()
  if (name === null) return null
  return { name, address: startAddress({ returnTo, locale: await getLocale() }) }
}

/** Whether this account is linked to the provider; null where no provider is set. */
export async function loadLinkState(userId: string): Promise<LinkState | null> {
  const name = providerName()
  if (name === null) return null
  const { hasPassword, identity } = await getOwnWayIn(userId)
  return {
    name,
    hasPassword,
    linkedAt: identity?.createdAt ?? null,
    lastUsedAt: identity?.lastUsedAt ?? null,
    address: startAddress({ returnTo: '', locale: await getLocale(), links: true }),
  }
}
