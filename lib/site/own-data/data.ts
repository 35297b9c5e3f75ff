import 'server-only'
import type { Transaction } from '@/lib/base/db/db'
import { origin } from '@/lib/base/runtime/env'
import { MAX_ROWS, SECTIONS, selectOf, withAddresses } from './rules'
import type { Row, SectionData } from './types'

/** All that is kept about a person, at most MAX_ROWS of each kind, newest first. */
export async function listOwnData(
  tx: Transaction,
  { userId, email }: { userId: string; email: string },
): Promise<SectionData[]> {
  const sections: SectionData[] = []
  for (const section of SECTIONS) {
    const found = await tx.$queryRawUnsafe<{ data: Row }[]>(selectOf(section), userId, email)
    sections.push({
      key: section.key,
      title: section.title,
      rows: found.slice(0, MAX_ROWS).map(({ data }) => withAddresses(data, origin)),
      cut: found.length > MAX_ROWS,
    })
  }
  return sections
}
