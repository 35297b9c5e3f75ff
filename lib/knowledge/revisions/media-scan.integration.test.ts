import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import '@/lib/base/testing/action-request'
import { startClamd, VIRUS, VIRUS_NAME } from '@/lib/base/testing/clamd'
import { createTestDatabase } from '@/lib/base/testing/database'
import { demoAccount } from '@/lib/base/testing/demo-account'
import { officeOf } from '@/lib/base/testing/documents/write-office'
import { formWithFile, idle } from '@/lib/base/testing/next-request'
import { signInWith } from '@/lib/base/testing/people'

vi.mock('next/cache', () => import('@/lib/base/testing/next-cache'))

const database = await createTestDatabase({ seeded: true })
Object.assign(process.env, { DATABASE_URL: database.url, NEXTAUTH_SECRET: 'x'.repeat(40) })
const { db } = await import('@/lib/base/db/db')
const { env } = await import('@/lib/base/runtime/env')
const { readSentFile } = await import('@/lib/base/http/sent-file')
const become = signInWith(db, await import('@/lib/people/accounts/session'))
const { addAttachmentAction } = await import('./media.actions')
const { saveNewInitiative } = await import('./mutations')

const EDITOR = 'redacteur.brabant@voorbeeld.nl'

let actorId: string
let organisationId: string

beforeAll(async () => {
  const { id, organisation } = await demoAccount(db, EDITOR)
  actorId = id
  organisationId = organisation.id
  await become(EDITOR)
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

async function scanned(behaviour: Parameters<typeof startClamd>[0], work: () => Promise<unknown>) {
  const clamd = await startClamd(behaviour)
  Object.assign(env, { CLAMAV_HOST: '127.0.0.1', CLAMAV_PORT: clamd.port })
  try {
    return await work()
  } finally {
    Object.assign(env, { CLAMAV_HOST: undefined })
    await clamd.stop()
  }
}

const startDraft = async () =>
  (await saveNewInitiative({ title: 'Met scanner', organisationId, actorId })).revisionId

const add = (revisionId: string, content: Buffer) =>
  addAttachmentAction(idle, formWithFile({ revisionId, title: 'Plan' }, content, 'plan.docx'))

const countOf = (revisionId: string) => db.revisionAttachment.count({ where: { revisionId } })

const infected = () => Buffer.concat([officeOf('docx'), Buffer.from(VIRUS)])

describe('with a virus scanner', () => {
  it('a clean file is kept', async () => {
    const id = await startDraft()
    expect(await scanned('scans', () => add(id, officeOf('docx')))).toMatchObject({ status: 'ok' })
    expect(await countOf(id)).toBe(1)
  })

  it('an infected file leaves a row in the record and nothing else', async () => {
    const id = await startDraft()
    const stored = await db.storedDocument.count()
    expect(await scanned('scans', () => add(id, infected()))).toMatchObject({
      status: 'invalid',
      fieldErrors: { file: ['fileInfected'] },
      values: { title: 'Plan' },
    })
    expect([await countOf(id), await db.storedDocument.count()]).toEqual([0, stored])
    const rows = await db.auditEvent.findMany({ where: { action: 'file.refuse' }, take: 2 })
    expect(rows).toMatchObject([
      { actorId, objectType: 'file', result: 'refused', detail: { found: VIRUS_NAME } },
    ])
  })

  it.each(['hangsUp', 'refusesSize'] as const)('nothing passes unseen when it %s', async (how) => {
    const id = await startDraft()
    expect(await scanned(how, () => add(id, officeOf('docx')))).toMatchObject({
      fieldErrors: { file: ['fileUnscanned'] },
    })
    expect(await countOf(id)).toBe(0)
  })

  it('looks at files that people send elsewhere too', async () => {
    const table = Buffer.from(`naam;aantal\n${VIRUS};1\n`)
    const form = formWithFile({}, table, 'telling.csv')
    expect(await scanned('scans', () => readSentFile(form, 'file', actorId))).toEqual({
      fault: 'fileInfected',
    })
    expect(await readSentFile(form, 'file', actorId)).toMatchObject({ kind: 'csv' })
  })
})
