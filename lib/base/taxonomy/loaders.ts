import 'server-only'
import { notFound } from 'next/navigation'
import { cached } from '@/lib/base/cache/cached'
import { listTerms } from './data'
import { termPage } from './rules'
import type { TermPage, Vocabulary } from './types'

/** The words of a vocabulary; change only with the vocabulary. */
export const loadTerms = cached('terms', listTerms)

/** A word with its place among the others of its vocabulary; not found for an unknown one. */
export async function loadTerm(vocabulary: Vocabulary, slug: string): Promise<TermPage> {
  return termPage(await loadTerms(vocabulary), slug) ?? notFound()
}
