import type { AccountLinkPurpose } from '@/generated/prisma/enums'

export type { AccountLinkPurpose }

export type LinkState = 'open' | 'used' | 'expired'

export interface OpenedLink {
  id: string
  userId: string
  purpose: AccountLinkPurpose
  /** The new address, for a change of address. */
  email: string | null
  state: LinkState
}
