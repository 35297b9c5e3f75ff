import { apiJson, apiResource, parseQuery } from '@/lib/base/http/api'
import { origin } from '@/lib/base/runtime/env'
import { readContents } from '@/lib/site/ledger/contents.data'
import { listEntries } from '@/lib/site/ledger/data'
import { openEntry, openText } from '@/lib/site/ledger/open-data.rules'
import {
  openEntriesQuerySchema,
  openEntriesSchema,
  PAGE_SIZE,
} from '@/lib/site/ledger/open-data.schema'
import { recordKey } from '@/lib/site/ledger/rules'
import { listSubjects } from '@/lib/site/ledger/subjects.data'

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiResource(async (request) => {
  const query = parseQuery(request, openEntriesQuerySchema)
  if ('problem' in query) return query.problem
  const entries = await listEntries(query.data.na, PAGE_SIZE)
  const [contents, subjects] = [await readContents(entries), await listSubjects(entries)]
  const items = entries.map((entry) => {
    const subject = subjects.get(recordKey(entry))
    const text = openText(contents.get(recordKey(entry)), subject, entry.salt)
    return openEntry(entry, { text, subject, origin })
  })
  const last = entries.length === PAGE_SIZE ? entries.at(-1)?.seq : undefined
  return apiJson(openEntriesSchema.parse({ items, volgende: last ?? null }))
})
