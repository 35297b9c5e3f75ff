import { randomUUID } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import type { db } from '@/lib/base/db/db'

export const PASSWORD = 'zeilboot-klaver-wortel-gracht'
export const OTHER_PASSWORD = 'kastanje fluister emmer noorden'

export async function createAccount(client: typeof db): Promise<{ email: string; userId: string }> {
  const email = `${randomUUID()}@voorbeeld.nl`
  const { id } = await client.user.create({
    data: {
      email,
      name: 'Willemijn de Boer',
      passwordHash: await hash(PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 }),
    },
    select: { id: true },
  })
  return { email, userId: id }
}
