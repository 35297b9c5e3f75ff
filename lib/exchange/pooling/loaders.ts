import 'server-only'
import { cached } from '@/lib/base/cache/cached'
import { listFamilyMembers } from './data'
import { isShared, poolOutcomes, studiesOf } from './rules'
import type { OutcomePools } from './types'

const readMembers = cached('family-measurements', listFamilyMembers)

/** The outcomes that this initiative and its adoptions have in common. */
export async function loadPools(initiativeId: string): Promise<OutcomePools[]> {
  return poolOutcomes(studiesOf(await readMembers(initiativeId))).filter(isShared)
}
