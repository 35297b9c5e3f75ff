import type * as Mutations from '@/lib/exchange/adoptions/mutations'
import type * as Work from '@/lib/exchange/adoptions/work.data'
import type { db } from '@/lib/base/db/db'
import { demoAccount, initiativeId } from './demo-account'

const SHEET = {
  kept: 'De rondleiding',
  changed: '',
  dropped: '',
  reason: 'Zo werkt het ook bij ons.',
  legalChecks: '',
  cost: '',
}

type Modules = Pick<typeof Work, 'findGroup' | 'getAdoptable'> &
  Pick<typeof Mutations, 'saveConsideration' | 'saveSheet' | 'saveStep'>

export async function arrangeAdoption(
  client: typeof db,
  { findGroup, getAdoptable, saveConsideration, saveSheet, saveStep }: Modules,
) {
  const { id: actorId, organisation } = await demoAccount(
    client,
    'redacteur.overijssel@voorbeeld.nl',
  )
  const initiative = await getAdoptable(await initiativeId(client, 'rangeerterrein'))
  const group = await findGroup('statushouders')
  if (!initiative || !group) throw new Error('nothing to adopt')
  const { ownerOrganisationId } = initiative
  const { regionId: brabantId } = await client.organisation.findUniqueOrThrow({
    where: { id: ownerOrganisationId },
    select: { regionId: true },
  })
  const { regionId } = organisation
  if (regionId === null || brabantId === null) throw new Error('an organisation has no region')
  const ask: Mutations.NewAdoption = {
    initiative,
    organisation,
    group,
    goal: 'Meer statushouders aan het werk',
    question: 'Wat kost het?',
    actorId,
  }
  const begin = async (): Promise<string> => {
    await client.adoption.deleteMany()
    return saveConsideration(ask)
  }
  const running = async (startsOn: string): Promise<string> => {
    const id = await begin()
    await saveSheet({ id, version: 1, sheet: SHEET, actorId })
    await saveStep({ id, version: 2, step: { to: 'preparing' }, actorId })
    await saveStep({ id, version: 3, step: { to: 'running', startsOn }, actorId })
    return id
  }
  return { ask, sheet: SHEET, ownerOrganisationId, regionId, brabantId, begin, running }
}
