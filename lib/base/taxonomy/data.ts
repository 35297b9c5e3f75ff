import 'server-only'
import { db } from '@/lib/base/db/db'
import type { MergedTerm, TermView, Vocabulary } from './types'

const MAX_TERMS = 1_000

/** The terms of a vocabulary in order, without merged ones. */
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
      retiredOn: true,
      parent: { select: { slug: true } },
    },
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    take: MAX_TERMS,
  })
  return rows.map(({ parent, retiredOn, ...term }) => ({
    ...term,
    parent: parent?.slug ?? null,
    retired: retiredOn !== null,
  }))
}

/** Every term that was merged into another, whose address leads there. */
export async function listMergedTerms(): Promise<MergedTerm[]> {
  const rows = await db.term.findMany({
    where: { replacedById: { not: null } },
    select: { vocabulary: true, slug: true, replacedBy: { select: { slug: true } } },
    orderBy: [{ vocabulary: 'asc' }, { slug: 'asc' }],
    take: MAX_TERMS,
  })
  return rows.flatMap(({ vocabulary, slug, replacedBy }) =>
    replacedBy ? [{ vocabulary, slug, successor: replacedBy.slug }] : [],
  )
}

/** The slugs of a term and everything under it; a merged one is its successor. */
export async function listWithNarrower(vocabulary: Vocabulary, asked: string): Promise<string[]> {
  const [terms, merged] = await Promise.all([listTerms(vocabulary), listMergedTerms()])
  const moved = merged.find((one) => one.vocabulary === vocabulary && one.slug === asked)
  const under = (parent: string): string[] => [
    parent,
    ...terms.filter((term) => term.parent === parent).flatMap((term) => under(term.slug)),
  ]
  return under(moved?.successor ?? asked)
}
