import type { db } from '@/lib/base/db/db'

export async function demoAccount(client: typeof db, email: string) {
  const { id, name, memberships } = await client.user.findUniqueOrThrow({
    where: { email },
    select: {
      id: true,
      name: true,
      memberships: {
        select: { organisation: { select: { id: true, name: true, regionId: true } } },
        orderBy: { createdAt: 'asc' },
        take: 1,
      },
    },
  })
  const organisation = memberships[0]?.organisation
  if (!organisation) throw new Error(`${email} writes for no organisation`)
  return { id, name, organisation }
}

export async function initiativeId(client: typeof db, slug: string): Promise<string> {
  const { id } = await client.initiative.findUniqueOrThrow({
    where: { slug },
    select: { id: true },
  })
  return id
}
