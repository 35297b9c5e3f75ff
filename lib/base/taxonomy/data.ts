import 'server-only'
import { db } from '@/lib/base/db/db'
import type { TermView, Vocabulary } from './types'

const MAX_TERMS = 1_000

/** The terms of a vocabulary in order, without replaced ones. */
export async function listTerms(vocabulary: Vocabulary): Promise<TermView[]> {
  const rows = await db.term.findMany({
    where: { vocabulary, replacedById: null },
    select: {
      slug: true,
      labelNl: true,
      labelEn: true,
      definitionNl: true,
      definitionEn: true,
      altLabels: true,
      parent: { select: { slug: true } },
    },
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    take: MAX_TERMS,
  })
  return rows.map(({ parent, ...term }) => ({ ...term, parent: parent?.slug ?? null }))
}
