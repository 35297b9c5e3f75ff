import 'server-only'
import { unstable_cache } from 'next/cache'
import { notFound } from 'next/navigation'
import { listTerms } from './data'
import { termPage } from './rules'
import type { TermPage, Vocabulary } from './types'

const CACHE_SECONDS = 300

/** The words of a vocabulary; change only with the vocabulary. */
export const loadTerms = unstable_cache(listTerms, ['terms'], { tags: ['taxonomy'], revalidate: CACHE_SECONDS })

/** A word with its place among the others of its vocabulary; not found for an unknown one. */
export async function loadTerm(vocabulary: Vocabulary, slug: string): Promise<TermPage> {
  return termPage(await loadTerms(vocabulary), slug) ?? notFound()
}
