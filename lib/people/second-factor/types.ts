export interface PasskeyRow {
  id: string
  name: string
  createdAt: Date
  lastUsedAt: Date | null
}

/** What an account page shows of a person's second step. */
export interface Factors {
  totp: { addedAt: Date; lastUsedAt: Date | null } | null
  passkeys: PasskeyRow[]
  codesLeft: number
  /** Asked again before something changes. */
  hasPassword: boolean
  isRequired: boolean
}

export interface QrCode {
  /** Squares along a side. */
  size: number
  path: string
}

/** An app that is being set up. */
export interface TotpSetUp {
  secret: string
  /** Opens the app on a phone that shows this page itself. */
  address: string
  qr: QrCode
}

export type FactorKind = 'totp' | 'passkey'

/** Shown once; null when the codes of before still count. */
export interface FactorAdded {
  codes: string[] | null
}

export interface ResetRequest {
  userId: string
  name: string
  requestedById: string
  requestedBy: string
  requestedAt: Date
  expiresAt: Date
}
