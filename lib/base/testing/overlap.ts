import type { listLookalikes } from '@/lib/exchange/overlap/lookalikes.data'
import type { OverlapSource } from '@/lib/exchange/overlap/types'
import type { saveNewInitiative } from '@/lib/knowledge/revisions/mutations'
import type { db } from '@/lib/base/db/db'
import { demoAccount } from './demo-account'

export const NOTHING = { organisationIds: [], seesSubmitted: false }

interface Modules {
  listLookalikes: typeof listLookalikes
  saveNewInitiative: typeof saveNewInitiative
}

export async function arrangeLookalike(client: typeof db, modules: Modules) {
  const { id: actorId, organisation } = await demoAccount(
    client,
    'redacteur.overijssel@voorbeeld.nl',
  )
  const title = 'Rangeerterrein voor Midden-Brabant en Twente'
  const { initiativeId, revisionId } = await modules.saveNewInitiative({
    title,
    organisationId: organisation.id,
    actorId,
  })
  const source: OverlapSource = {
    revisionId,
    initiativeId,
    organisationId: organisation.id,
    organisationName: organisation.name,
    title,
  }
  return {
    actorId,
    source,
    named: async () =>
      (await modules.listLookalikes({ ...source, text: title }, NOTHING)).find(
        ({ slug }) => slug === 'rangeerterrein',
      ),
  }
}
