import 'server-only'
import { createHash } from 'node:crypto'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db } from '@/lib/base/db/db'
import { fromCalendarDate, type CalendarDate } from '@/lib/base/text/calendar'
import { once, type Sender } from '@/lib/base/http/submission'
import { MAX_FILE_BYTES, MAX_PAPERS } from './rules'
import type { DecisionInput, RequestInput } from './schema'
import type { PaperFile } from './types'

/** Saves what is asked of the board. 'conflict' when someone else saved first. */
export async function saveRequest(input: RequestInput & Sender): Promise<'conflict' | null> {
  const { regionId, year, version, request: text, actorId, submission } = input
  return once(
    { actorId, submission },
    async (tx) => {
      const { count } =
        version === 0
          ? await tx.paperRequest.createMany({
              data: { regionId, year, text },
              skipDuplicates: true,
            })
          : await tx.paperRequest.updateMany({
              where: { regionId, year, version },
              data: { text, version: version + 1 },
            })
      if (count === 0) return 'conflict' as const
      await saveAuditEvent(tx, {
        actorId,
        action: 'paper.request',
        objectType: 'region',
        objectId: regionId,
        detail: { year },
      })
      return null
    },
    { refusals: ['conflict'] },
  )
}

export interface NewPaper {
  regionId: string
  year: number
  organisation: { id: string; name: string }
  request: string
  isProposal: boolean
  hasExamples: boolean
  dataOn: CalendarDate
  files: readonly PaperFile[]
}

/** Keeps a paper with its files. 'full' when there are MAX_PAPERS, 'tooLarge' for a file. */
export async function freezePaper(
  { files, organisation, dataOn, ...paper }: NewPaper,
  { actorId, submission }: Sender,
): Promise<'full' | 'tooLarge' | null> {
  if (files.some(({ content }) => content.byteLength > MAX_FILE_BYTES)) return 'tooLarge'
  const { regionId, year } = paper
  return once(
    { actorId, submission },
    async (tx) => {
      // The lock keeps two at once from passing the limit together.
      await tx.$queryRaw`
        SELECT id
        FROM region
        WHERE id = ${regionId}::uuid
        FOR NO KEY UPDATE`
      if ((await tx.boardPaper.count({ where: { regionId, year } })) >= MAX_PAPERS)
        return 'full' as const
      await tx.boardPaper.create({
        data: {
          ...paper,
          organisationId: organisation.id,
          organisationName: organisation.name,
          dataOn: fromCalendarDate(dataOn),
          files: {
            create: files.map(({ kind, content }) => ({
              kind,
              content: new Uint8Array(content),
              sizeBytes: content.byteLength,
              sha256: createHash('sha256').update(content).digest('hex'),
            })),
          },
        },
        select: { id: true },
      })
      await saveAuditEvent(tx, {
        actorId,
        action: 'paper.freeze',
        objectType: 'region',
        objectId: regionId,
        detail: { year },
      })
      return null
    },
    { refusals: ['full', 'tooLarge'], timeout: 20_000 },
  )
}

/** Adds what the board decided, once. 'conflict' when it was added already. */
export async function saveDecision(
  { paperId, decision, decidedOn }: DecisionInput,
  actorId: string,
): Promise<'conflict' | null> {
  return db.$transaction(async (tx) => {
    const rows = await tx.boardPaper.updateManyAndReturn({
      where: { id: paperId, decision: null },
      data: { decision, decidedOn: fromCalendarDate(decidedOn) },
      select: { regionId: true, year: true },
    })
    const [row] = rows
    if (!row) return 'conflict' as const
    await saveAuditEvent(tx, {
      actorId,
      action: 'paper.decide',
      objectType: 'region',
      objectId: row.regionId,
      detail: { year: row.year },
    })
    return null
  })
}
