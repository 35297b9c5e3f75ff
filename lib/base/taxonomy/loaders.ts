import 'server-only'
import { notFound } from 'next/navigation'
import { cached } from '@/lib/base/cache/cached'
import { listTerms } from './data'
import { termPage } from './rules'
import type { TermPage, Vocabulary } from './types'

export const loadTerms = cached('terms', listTerms)

export async function loadTerm(vocabulary: Vocabulary, slug: string): Promise<TermPage> {
  return termPage(await loadTerms(vocabulary), slug) ?? notFound()
}
