import 'server-only'
import { getLocale } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { permanentRedirect } from '@/i18n/navigation'
import { cached } from '@/lib/base/cache/cached'
import { listMergedTerms, listTerms } from './data'
import { termPage } from './rules'
import type { TermPage, Vocabulary } from './types'

export const loadTerms = cached('terms', listTerms)

export const loadMergedTerms = cached('merged-terms', listMergedTerms)

const PAGES = {
  target_group: '/target-groups/[slug]',
  sector: '/sectors/[slug]',
  instrument: '/instruments/[slug]',
  societal_challenge: '/challenges/[slug]',
} as const

/** A term with its surroundings. The address of a merged one leads to its successor. */
export async function loadTerm(
  vocabulary: keyof typeof PAGES & Vocabulary,
  slug: string,
): Promise<TermPage> {
  const found = termPage(await loadTerms(vocabulary), slug)
  if (found) return found
  const merged = (await loadMergedTerms()).find(
    (one) => one.vocabulary === vocabulary && one.slug === slug,
  )
  if (!merged) notFound()
  return permanentRedirect({
    href: { pathname: PAGES[vocabulary], params: { slug: merged.successor } },
    locale: await getLocale(),
  })
}
