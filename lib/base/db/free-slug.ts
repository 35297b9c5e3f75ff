export interface SlugQuery {
  where: { slug: { startsWith: string } }
  select: { slug: true }
  orderBy: { slug: 'asc' }
  take: number
}

const MOST_ALIKE = 1_000

/** Adds the first free number from 2. Concurrent writers need a unique index or a lock. */
export async function freeSlug(
  wanted: string,
  find: (query: SlugQuery) => Promise<readonly { slug: string }[]>,
  reserved: readonly string[] = [],
): Promise<string> {
  const rows = await find({
    where: { slug: { startsWith: wanted } },
    select: { slug: true },
    orderBy: { slug: 'asc' },
    take: MOST_ALIKE,
  })
  const taken = new Set([...reserved, ...rows.map(({ slug }) => slug)])
  let slug = wanted
  for (let number = 2; taken.has(slug); number += 1) slug = `${wanted}-${String(number)}`
  return slug
}
