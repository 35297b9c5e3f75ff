import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

/** Tables without public content; publishing writes to a table that does notify. */
const SILENT = [
  'access_request',
  'account_link',
  'assessment_invitation',
  'assessment_score',
  'audit_event',
  'board_paper_file',
  'chain_import',
  'contact_request',
  'digest',
  'document_reading',
  'enquiry',
  'enquiry_block',
  'enquiry_entry',
  'factor_reset',
  'follow',
  'form_draft',
  'form_submission',
  'import_issue',
  'initiative_consulted',
  'initiative_handover',
  'initiative_import',
  'initiative_import_fault',
  'initiative_import_row',
  'initiative_revision',
  'initiative_schedule',
  'invitation',
  'job_run',
  'ledger_check',
  'ledger_entry',
  'ledger_head',
  'mail',
  'mail_refusal',
  'mail_wish',
  'merged_term_use',
  'notification',
  'overlap_reply',
  'passkey',
  'platform_role',
  'policy_round_writer',
  'post_report',
  'rate_limit',
  'recovery_code',
  'revision_attachment',
  'revision_correction',
  'revision_image',
  'revision_other_instrument',
  'revision_partner',
  'revision_region',
  'revision_remark',
  'revision_result',
  'revision_return',
  'revision_source',
  'revision_step',
  'revision_term',
  'revision_text_item',
  'saved_search',
  'stat_import',
  'stored_document',
  'stored_image',
  'stored_image_file',
  'term_name',
  'term_suggestion',
  'term_suggestion_proposer',
  'totp_secret',
  'usage_count',
  'user_expertise',
  'user_identity',
  'user_session',
  'worksheet_change',
]

const database = await createTestDatabase({ seeded: true })
const client = new Client({ connectionString: database.url })
const notifications: string[] = []

beforeAll(async () => {
  await client.connect()
  client.on('notification', ({ channel }) => notifications.push(channel))
  await client.query('LISTEN content')
})

afterAll(async () => {
  await client.end()
  await database.drop()
})

async function notified(...statements: string[]): Promise<number> {
  notifications.length = 0
  for (const statement of statements) await client.query(statement)
  await client.query('SELECT 1')
  return notifications.length
}

describe('the database', () => {
  it('tells of each table that is read in public', async () => {
    const { rows } = await client.query<{ name: string; watched: boolean }>(`
      SELECT t.tablename AS name, EXISTS (SELECT FROM pg_trigger g WHERE g.tgrelid = t.tablename::regclass AND g.tgname = 'tell_content') AS watched
      FROM pg_tables t WHERE t.schemaname = 'public' AND t.tablename NOT LIKE '\\_%' ORDER BY 1`)
    expect(rows.filter(({ watched }) => !watched).map(({ name }) => name)).toEqual(SILENT)
  })

  it('tells once per transaction, when it is committed', async () => {
    expect(
      await notified(
        'BEGIN',
        'UPDATE region SET name = name',
        'UPDATE term SET position = position',
      ),
    ).toBe(0)
    expect(await notified('COMMIT')).toBe(1)
    expect(await notified('BEGIN', 'UPDATE region SET name = name', 'ROLLBACK')).toBe(0)
  })

  it('stays silent about what is typed in a judgement and tells when it is submitted', async () => {
    const { rowCount } = await client.query(
      `SELECT FROM assessment WHERE kind = 'self' AND status = 'submitted'`,
    )
    expect(rowCount).toBeGreaterThan(0)
    expect(await notified(`UPDATE assessment SET version = version WHERE kind = 'self'`)).toBe(0)
    expect(await notified(`UPDATE assessment SET status = status WHERE kind = 'self'`)).toBe(1)
  })

  it('tells of names, not of passwords', async () => {
    expect(
      await notified(
        'UPDATE app_user SET password_hash = password_hash',
        'UPDATE app_user SET name = name',
      ),
    ).toBe(0)
    expect(await notified(`UPDATE app_user SET name = name || '.'`)).toBe(1)
  })
})
