/**
 * What is kept about a person themselves: account, rights, mail and what they follow. Password
 * hashes, tokens and the links in mail are secrets and are left out.
 * Source: GDPR, articles 15 and 20.
 */
import { INITIATIVE, ORGANISATION, TERM } from './fragments.rules'
import type { Section } from './types'

const ACCESS: readonly Section[] = [
  {
    key: 'account',
    title: 'Uw account',
    table: 'app_user',
    person: 'id',
    columns: ['name', 'email', 'constituency', 'is_example', 'created_at', 'disabled_at'],
  },
  {
    key: 'roles',
    title: 'Uw rollen bij organisaties',
    table: 'membership',
    person: 'user_id',
    columns: ['role', 'created_at'],
    joined: ORGANISATION,
  },
  {
    key: 'platform_roles',
    title: 'Uw rollen op het platform',
    table: 'platform_role',
    person: 'user_id',
    columns: ['role'],
    order: 't.role',
  },
  {
    key: 'expertise',
    title: 'Wat u kent',
    table: 'user_expertise',
    person: 'user_id',
    columns: [],
    joined: TERM('t.term_id', 'term'),
    order: 't.term_id',
  },
  {
    key: 'sessions',
    title: 'Waar u bent of was ingelogd',
    table: 'user_session',
    person: 'user_id',
    columns: ['device', 'created_at', 'last_seen_at', 'expires_at', 'revoked_at'],
    joined: { organisation: '(SELECT o.name FROM organisation o WHERE o.id = t.acting_for_id)' },
  },
  {
    key: 'account_links',
    title: 'Links voor uw wachtwoord of e-mailadres',
    table: 'account_link',
    person: 'user_id',
    columns: ['purpose', 'email', 'created_at', 'expires_at', 'used_at'],
  },
  {
    key: 'access_requests',
    title: 'Uw aanvragen om toegang',
    table: 'access_request',
    person: null,
    where: 't.email = $2',
    columns: [
      'name',
      'email',
      'organisation_name',
      'role',
      'reason',
      'state',
      'created_at',
      'decided_at',
    ],
  },
  {
    key: 'access_decisions',
    title: 'Aanvragen om toegang waarover u besloot',
    table: 'access_request',
    person: 'decided_by_id',
    columns: ['role', 'state', 'answer', 'decided_at'],
    joined: ORGANISATION,
    order: 't.decided_at DESC',
  },
  {
    key: 'invitations_received',
    title: 'Uitnodigingen aan u',
    table: 'invitation',
    person: null,
    where: 't.email = $2',
    columns: ['email', 'role', 'platform_role', 'sent_at', 'expires_at', 'accepted_at'],
    joined: ORGANISATION,
  },
  {
    key: 'invitations_sent',
    title: 'Uitnodigingen die u verstuurde',
    table: 'invitation',
    person: 'invited_by_id',
    columns: ['role', 'platform_role', 'sent_at', 'expires_at', 'accepted_at', 'revoked_at'],
    joined: ORGANISATION,
  },
  {
    key: 'form_drafts',
    title: 'Tekst in formulieren die u nog niet verstuurde',
    table: 'form_draft',
    person: 'user_id',
    columns: ['title', 'saved_at'],
    joined: { typed: 't."values"::text' },
    order: 't.saved_at DESC',
  },
]

/** The text of mail about the account is the person's own; its links open the account. */
const ACCOUNT_TEXT = String.raw`CASE WHEN t.kind LIKE 'account-%'
  THEN regexp_replace(t.text, '[a-z]+://\S+', '[link weggelaten]', 'gi') END`

const SUBJECT = `CASE t.subject_type
  WHEN 'initiative' THEN ${INITIATIVE('t.subject_id').initiative}
  WHEN 'region' THEN (SELECT name FROM region WHERE id = t.subject_id)
  WHEN 'target_group' THEN (SELECT label_nl FROM term WHERE id = t.subject_id)
  WHEN 'call' THEN (SELECT title FROM open_call WHERE id = t.subject_id)
  WHEN 'obstacle' THEN (SELECT title FROM obstacle WHERE id = t.subject_id)
  WHEN 'collection' THEN (SELECT title FROM collection WHERE id = t.subject_id)
  ELSE t.subject_id::text END`

const HEARING: readonly Section[] = [
  {
    key: 'mail_preferences',
    title: 'Uw keuzes voor e-mail',
    table: 'mail_wish',
    person: 'user_id',
    columns: ['kind', 'mode', 'updated_at'],
    order: 't.kind',
  },
  {
    key: 'mails',
    title: 'E-mail aan u',
    table: 'mail',
    person: 'recipient_id',
    where: '(t.recipient_id = $1::uuid OR t.to_address = $2)',
    columns: ['kind', 'subject', 'status', 'created_at', 'sent_at'],
    joined: { text: ACCOUNT_TEXT },
  },
  {
    key: 'inbox',
    title: 'Uw berichten',
    table: 'notification',
    person: 'user_id',
    columns: ['kind', 'title', 'created_at', 'read_at'],
  },
  {
    key: 'follows',
    title: 'Wat u volgt',
    table: 'follow',
    person: 'user_id',
    columns: ['subject_type', 'created_at'],
    joined: { subject: SUBJECT },
  },
  {
    key: 'saved_searches',
    title: 'Uw bewaarde zoekvragen',
    table: 'saved_search',
    person: 'user_id',
    columns: ['name', 'parameters', 'followed', 'created_at', 'opened_at'],
  },
  {
    key: 'digests',
    title: 'Weekoverzichten aan u',
    table: 'digest',
    person: 'user_id',
    columns: ['week', 'items', 'created_at'],
  },
]

export const ACCOUNT_SECTIONS: readonly Section[] = [...ACCESS, ...HEARING]
