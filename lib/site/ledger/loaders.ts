import 'server-only'
import { notFound } from 'next/navigation'
import { firstValue, type ParameterValue } from '@/lib/base/http/parameters'
import { cached } from '@/lib/base/cache/cached'
import { readContents } from './contents.data'
import { countKinds, findHash, getEnd, getEntry, getLastCheck, listHeads } from './data'
import { isTextOpen } from './open-data.rules'
import { checkEntry, contentText, kindOfSlug, readHash, recordKey } from './rules'
import { listSubjects } from './subjects.data'
import type { DescribedFault, Fault } from './types'

const SHOWN_HEADS = 14

/** The faults with what they are about, where that is public. */
async function describe(faults: readonly Fault[]): Promise<DescribedFault[]> {
  const records = faults.flatMap(({ kind, recordId }) =>
    kind === null || recordId === null ? [] : [{ kind, recordId }],
  )
  const subjects = await listSubjects(records)
  return faults.map((fault) => ({
    ...fault,
    subject:
      fault.kind === null || fault.recordId === null
        ? null
        : (subjects.get(recordKey({ kind: fault.kind, recordId: fault.recordId })) ?? null),
  }))
}

const readKinds = cached('ledger-kinds', countKinds)

/** The page about the whole chain; `asked` is a hash that a reader kept. */
export async function loadLedger(asked: ParameterValue) {
  const typed = firstValue(asked).trim().slice(0, 200)
  const hash = readHash(typed)
  const [check, end, heads, kinds, found] = await Promise.all([
    getLastCheck(),
    getEnd(),
    listHeads(SHOWN_HEADS),
    readKinds(),
    hash === null ? null : findHash(hash),
  ])
  return {
    check: check && { ...check, faults: await describe(check.faults) },
    end,
    heads,
    kinds,
    asked: typed === '' ? null : { typed, isHash: hash !== null, found },
  }
}

/** One record with its entry, checked now; not found when the record is not public. */
export async function loadRecord(kindSlug: string, recordId: string) {
  const kind = kindOfSlug(kindSlug)
  if (kind === null) notFound()
  const entry = await getEntry(kind, recordId)
  if (!entry) notFound()
  const key = recordKey(entry)
  const [contents, subjects] = await Promise.all([readContents([entry]), listSubjects([entry])])
  const fields = contents.get(key)
  const subject = subjects.get(key) ?? null
  // A record that was taken away has no text to hide; any other is shown when it is public.
  if (fields && !subject) notFound()
  return {
    entry,
    subject,
    faults: checkEntry(entry, fields),
    text: fields && isTextOpen(fields) ? contentText(fields, entry.salt) : null,
  }
}
