import type { PrismaClient } from '@/generated/prisma/client'

/** Rows of every table but these, to compare before and after. */
export async function countRows(
  db: Pick<PrismaClient, '$queryRawUnsafe'>,
  leftOut: readonly string[],
): Promise<Record<string, number>> {
  const tables = await db.$queryRawUnsafe<{ name: string }[]>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  )
  const counts: Record<string, number> = {}
  for (const { name } of tables.filter((table) => !leftOut.includes(table.name))) {
    const [row] = await db.$queryRawUnsafe<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM "${name}"`,
    )
    counts[name] = row?.count ?? 0
  }
  return counts
}
