import 'server-only'
import { listEvidence } from '@/lib/knowledge/evidence/data'
import { DIRECTION_SLUGS, sureGain } from '@/lib/knowledge/evidence/direction.rules'
import type { Transaction } from '@/lib/base/db/db'

/** What `listEvidence` reads at most. */
const READ_AT_ONCE = 200

async function saveEvidence(tx: Transaction, initiativeIds: readonly string[]): Promise<void> {
  const evidence = await listEvidence(initiativeIds, tx)
  const ids = [...evidence.keys()]
  const found = [...evidence.values()]
  await tx.$executeRaw`
    UPDATE initiative_search s
    SET evidence_rank = v.rank, direction = v.direction, effect = v.effect, sure_gain = v.gain
    FROM unnest(
      ${ids}::uuid[],
      ${found.map(({ rank }) => rank)}::int[],
      ${found.map(({ direction }) => DIRECTION_SLUGS[direction])}::text[],
      ${found.map(({ size }) => size && JSON.stringify(size))}::jsonb[],
      ${found.map(sureGain)}::real[]
    ) AS v (id, rank, direction, effect, gain)
    WHERE s.initiative_id = v.id
      AND (s.evidence_rank, s.direction, s.effect, s.sure_gain)
        IS DISTINCT FROM (v.rank, v.direction, v.effect, v.gain)`
}

/** Rebuilds these search rows. Call it in the transaction of the change. */
export async function refreshSearch(
  tx: Transaction,
  initiativeIds: readonly string[],
): Promise<void> {
  if (initiativeIds.length === 0) return
  await tx.$executeRaw`SELECT search_refresh(${[...initiativeIds]}::uuid[])`
  for (let at = 0; at < initiativeIds.length; at += READ_AT_ONCE)
    await saveEvidence(tx, initiativeIds.slice(at, at + READ_AT_ONCE))
  await tx.$executeRaw`SELECT search_retag(${[...initiativeIds]}::uuid[])`
}

const FILLED_AT_ONCE = 100

/** Computes the direction of rows from before it was kept. Returns how many; 0 when all have one. */
export async function fillDirections(tx: Transaction): Promise<number> {
  let filled = 0
  for (;;) {
    const rows = await tx.initiativeSearch.findMany({
      where: { direction: null },
      select: { initiativeId: true },
      orderBy: { initiativeId: 'asc' },
      take: FILLED_AT_ONCE,
    })
    if (rows.length === 0) return filled
    await refreshSearch(
      tx,
      rows.map(({ initiativeId }) => initiativeId),
    )
    filled += rows.length
  }
}

/** Writes panel medians (null where provisional). Call it in the submitting transaction. */
export async function saveMedians(
  tx: Transaction,
  medians: ReadonlyMap<string, readonly (number | null)[]>,
): Promise<void> {
  for (const [id, row] of medians)
    await tx.$executeRaw`UPDATE initiative_search SET medians = ${[...row]}::real[] WHERE initiative_id = ${id}::uuid`
}
