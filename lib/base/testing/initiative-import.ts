/** The import of initiatives as an editor of the examples does it, for tests on a database. */
import type { InitiativeFile } from './initiative-file'

/** Call it after process.env.DATABASE_URL was set. */
export async function startImportWorld() {
  const { db } = await import('@/lib/base/db/db')
  const { getRevisionDraft } = await import('@/lib/knowledge/revisions/data')
  const { submitRevision } = await import('@/lib/knowledge/revisions/mutations')
  const { checkImport, requestImport, saveFile } =
    await import('@/lib/knowledge/initiative-imports/mutations')
  const { readRows } = await import('@/lib/knowledge/initiative-imports/rows.data')
  const { runRequestedImports } = await import('@/lib/knowledge/initiative-imports/run.mutations')
  const { id: actorId, memberships } = await db.user.findUniqueOrThrow({
    where: { email: 'redacteur.brabant@voorbeeld.nl' },
    select: { id: true, memberships: { select: { organisationId: true } } },
  })
  const organisationId = memberships[0]?.organisationId
  if (organisationId === undefined) throw new Error('the editor belongs to no organisation')

  /** Keeps and checks a file, with the columns that are proposed. */
  async function send(file: InitiativeFile, organisation: string | null = organisationId ?? null) {
    const content = await file.buffer()
    const read = await readRows(content)
    if ('problem' in read) throw new Error(read.problem)
    const { id, columns } = await saveFile({
      actorId,
      organisationId: organisation,
      fileName: 'initiatieven.xlsx',
      content,
      headers: read.headers,
    })
    const target = { id, organisationId: organisation, columns }
    return { ...target, plan: await checkImport(target, actorId) }
  }

  async function importAll(file: InitiativeFile): Promise<string> {
    const { id, plan } = await send(file)
    await requestImport(id, actorId, plan.faultyRows > 0)
    await runRequestedImports()
    return id
  }

  async function draftOfKey(key: string) {
    const row = await db.initiativeImportRow.findFirstOrThrow({
      where: { key },
      orderBy: { id: 'desc' },
      select: { revisionId: true },
    })
    const draft = await getRevisionDraft(row.revisionId)
    if (!draft) throw new Error(`no draft of ${key}`)
    return draft
  }

  async function submit(key: string): Promise<void> {
    const { id, version } = await draftOfKey(key)
    await submitRevision({ revisionId: id, version, from: 'draft', actorId })
  }

  return { db, actorId, organisationId, send, importAll, draftOfKey, submit }
}
