/**
 * How a person signs in, without the secrets and keys themselves.
 * Source: GDPR, articles 15 and 20.
 */
import type { Section } from './types'

export const SECURITY_SECTIONS: readonly Section[] = [
  {
    key: 'identities',
    title: 'Uw account bij een andere aanbieder',
    table: 'user_identity',
    person: 'user_id',
    columns: ['issuer', 'subject', 'created_at', 'last_used_at'],
  },
  {
    key: 'code_app',
    title: 'Uw app met codes',
    table: 'totp_secret',
    person: 'user_id',
    columns: ['added_at', 'last_used_at', 'pending_at'],
    order: 't.added_at DESC',
  },
  {
    key: 'passkeys',
    title: 'Uw passkeys',
    table: 'passkey',
    person: 'user_id',
    columns: ['name', 'created_at', 'last_used_at'],
  },
  {
    key: 'factor_resets',
    title: 'Verzoeken om uw tweede stap weg te halen',
    table: 'factor_reset',
    person: 'user_id',
    columns: ['requested_at', 'expires_at'],
    order: 't.requested_at DESC',
  },
  {
    key: 'factor_resets_requested',
    title: 'Verzoeken van u om een tweede stap weg te halen',
    table: 'factor_reset',
    person: 'requested_by_id',
    columns: ['requested_at', 'expires_at'],
    order: 't.requested_at DESC',
  },
  {
    key: 'settings',
    title: 'Instellingen die u wijzigde',
    table: 'setting',
    person: 'updated_by_id',
    columns: ['key', 'updated_at'],
    order: 't.updated_at DESC',
  },
]
