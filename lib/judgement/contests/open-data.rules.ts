/** Contests in the open data. Source: docs/api.md. */
import type { z } from 'zod'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import type { openContestSchema } from './schema'
import type { ContestView } from './types'

const ABOUT = { score: 'score', evidence: 'bewijsniveau', results: 'resultaten' } as const
const STATE = {
  open: 'open',
  upheld: 'gegrond',
  rejected: 'ongegrond',
  withdrawn: 'ingetrokken',
} as const

const day = (moment: string) => todayInNetherlands(new Date(moment))

export function openContests(
  contests: readonly ContestView[],
): z.infer<typeof openContestSchema>[] {
  return contests.map((one) => ({
    over: ABOUT[one.about],
    criterium: one.criterion?.slug ?? null,
    versie: one.version,
    door: one.fromOwner ? 'eigenaar' : 'ander',
    organisatie: one.organisation,
    reden: one.words?.reason ?? null,
    bron: one.words?.source ? one.words.source : null,
    stand: STATE[one.state],
    besluit: one.words?.decision ? one.words.decision : null,
    besluitDoor: one.deciderOrganisation,
    op: day(one.on),
    beslotenOp: one.endedOn === null ? null : day(one.endedOn),
  }))
}
