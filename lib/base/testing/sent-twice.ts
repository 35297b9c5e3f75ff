import { randomUUID } from 'node:crypto'
import type { db } from '@/lib/base/db/db'
import { demoAccount, initiativeId } from './demo-account'

export interface World {
  actorId: string
  organisation: { id: string; name: string }
  regionId: string
  initiativeId: string
  moderatorId: string
}
type Press = (submission: string) => Promise<unknown>
export interface SentTwice {
  name: string
  table: string
  form: (world: World) => Press | Promise<Press>
}

export async function readWorld(client: typeof db): Promise<World> {
  const { id: actorId, organisation } = await demoAccount(
    client,
    'redacteur.overijssel@voorbeeld.nl',
  )
  const moderator = await client.user.findUniqueOrThrow({
    where: { email: 'moderator@voorbeeld.nl' },
    select: { id: true },
  })
  const region = await client.region.findUniqueOrThrow({
    where: { slug: 'twente' },
    select: { id: true },
  })
  return {
    actorId,
    organisation: { id: organisation.id, name: organisation.name },
    regionId: region.id,
    initiativeId: await initiativeId(client, 'rangeerterrein'),
    moderatorId: moderator.id,
  }
}

export async function pressThrice(
  client: typeof db,
  { table, form }: SentTwice,
): Promise<{ answers: unknown[]; records: number; audits: number }> {
  const count = async () =>
    Number(
      (await client.$queryRawUnsafe<{ count: bigint }[]>(`SELECT count(*) FROM "${table}"`))[0]
        ?.count,
    )
  const press = await form(await readWorld(client))
  const [records, audits] = [await count(), await client.auditEvent.count()]
  const key = randomUUID()
  const together = await Promise.all([press(key), press(key)])
  return {
    answers: [...together, await press(key)],
    records: (await count()) - records,
    audits: (await client.auditEvent.count()) - audits,
  }
}
