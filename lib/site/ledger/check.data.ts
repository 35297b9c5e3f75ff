import 'server-only'
import { readContents } from './contents.data'
import { listBrokenHeads, listEntries, listFileHashes, listUnsealed } from './data'
import { checkEntries, collectFaults, headFault, MAX_FAULTS, START } from './rules'
import type { CheckResult, Fault } from './types'

/** Each statement stays far below the limit of time of the database. */
const BATCH = 1_000
const FILE_BATCH = 10
const NO_ID = '00000000-0000-0000-0000-000000000000'

async function listBrokenFiles(): Promise<Fault[]> {
  const faults: Fault[] = []
  let after = NO_ID
  for (;;) {
    const files = await listFileHashes(after, FILE_BATCH)
    for (const { id, same } of files)
      if (!same)
        faults.push({ fault: 'file', seq: null, kind: 'measurement', recordId: id, at: null })
    after = files.at(-1)?.id ?? after
    if (files.length < FILE_BATCH) return faults
  }
}

/**
 * Checks the whole chain, every record in it, and every published head, in batches. Reads only;
 * what is signed meanwhile is taken along.
 */
export async function checkLedger(batch = BATCH): Promise<CheckResult> {
  const found = collectFaults()
  let place = START
  let count = 0
  for (;;) {
    const entries = await listEntries(place.seq, batch)
    const { faults, end } = checkEntries(place, entries, await readContents(entries))
    found.add(faults)
    count += entries.length
    place = end
    if (entries.length < batch) break
  }
  found.add(await listUnsealed(MAX_FAULTS))
  found.add(await listBrokenFiles())
  const { all, broken } = await listBrokenHeads(MAX_FAULTS)
  found.add(broken.map(headFault))
  return found.result({ entries: count, heads: all, head: place })
}
