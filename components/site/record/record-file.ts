import 'server-only'
import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/i18n/routing'
import { csvStream, type TableRow } from '@/lib/base/files/workbook'
import { groupOf } from '@/lib/site/record/rules'
import type { RecordEvent, RecordQuery } from '@/lib/site/record/types'
import { actorWords, eventSentence, type Words } from './event-words'

function eventRow(words: Words, event: RecordEvent): TableRow {
  const { audit: t } = words
  return [
    event.at.toISOString(),
    actorWords(t, event),
    eventSentence(words, event),
    event.action === null ? event.storedAction : t(`group.${groupOf(event.action)}`),
    t(event.isRefused ? 'file.no' : 'file.yes'),
    event.actorId,
    event.object?.id ?? null,
  ]
}

async function* rowsOf(words: Words, batches: AsyncIterable<RecordEvent[]>) {
  for await (const events of batches) yield events.map((event) => eventRow(words, event))
}

/** The record as CSV, row by row; times are in UTC. */
export async function recordFile(
  { query, batches }: { query: RecordQuery; batches: AsyncIterable<RecordEvent[]> },
  locale: Locale,
): Promise<{ name: string; body: ReadableStream<Uint8Array> }> {
  const [audit, roles] = await Promise.all([
    getTranslations({ locale, namespace: 'audit' }),
    getTranslations({ locale, namespace: 'accounts.roles' }),
  ])
  const columns = ['at', 'who', 'sentence', 'kind', 'result', 'actorId', 'objectId'] as const
  const header = columns.map((column) => audit(`file.${column}`))
  const name = locale === 'en' ? 'record' : 'logboek'
  return {
    name: `${name}-${query.from}-${query.until}`,
    body: csvStream(header, rowsOf({ audit, roles }, batches)),
  }
}
