/** How a table is asked for the address parts that begin like the wanted one. */
export interface SlugQuery {
  where: { slug: { startsWith: string } }
  select: { slug: true }
  orderBy: { slug: 'asc' }
  take: number
}

const MOST_ALIKE = 1_000

/**
 * An address part that is not used yet: the wanted one, or the wanted one with the first free number from 2 on. `reserved`
 * are pages of the same folder. Two writers at once can get the same answer: the unique index decides, or a lock before it.
 */
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
