import type { MembershipRole, PlatformRoleName, SessionStage } from '@/lib/people/accounts/types'

/** What one group at the provider gives here. */
export type GroupRight =
  { organisation: string; role: MembershipRole } | { platformRole: PlatformRoleName }

export type GroupMap = Readonly<Record<string, readonly GroupRight[]>>

/** What the provider said of someone, checked by its signature. */
export interface ProviderPerson {
  issuer: string
  subject: string
  /** In lower case, and only when the provider says that it is theirs. */
  email: string | null
  name: string
  /** How they showed who they are (RFC 8176). */
  amr: readonly string[]
  /** Null when the provider left them out for want of room: then nothing is known. */
  groups: readonly string[] | null
}

/** A sign-in that went to the provider and has not come back. */
export interface Flow {
  state: string
  nonce: string
  verifier: string
  returnTo: string | null
  locale: 'nl' | 'en'
  /** Who asked to link; null for signing in. */
  linkTo: { userId: string; sessionId: string } | null
}

/** Why someone is not let in; each has words of its own. */
export type Refusal =
  /** The provider does not answer. */
  | 'away'
  /** The person said no at the provider. */
  | 'denied'
  /** The answer does not belong to what was asked, was used, or is not right. */
  | 'failed'
  /** There is an account with this address, which its owner must link first. */
  | 'linkFirst'
  /** There is no account, and no group gives one. */
  | 'unknown'
  /** The provider knows no address of this person. */
  | 'noEmail'
  | 'disabled'
  /** Linking: someone else here is this person at the provider, or this account is someone else there. */
  | 'taken'

export interface SignedOn {
  status: 'ok'
  userId: string
  sessionId: string
  expiresAt: Date
  stage: SessionStage
}

export interface ProviderButton {
  name: string
  address: string
}

export interface LinkState {
  /** The provider's name. */
  name: string
  linkedAt: Date | null
  lastUsedAt: Date | null
  hasPassword: boolean
  /** Where linking goes on. */
  address: string
}
