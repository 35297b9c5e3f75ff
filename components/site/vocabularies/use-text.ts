import { useTranslations } from 'next-intl'
import type { TermUse } from '@/lib/site/vocabularies/types'

const KINDS = [
  'initiatives',
  'calls',
  'obstacles',
  'adoptions',
  'people',
  'followers',
  'indicators',
] as const

type Kind = (typeof KINDS)[number]

/** What uses a term, in words, without what does not. */
export function useUseText(): (use: TermUse, kinds?: readonly Kind[]) => string[] {
  const t = useTranslations('vocabularies.uses')
  return (use, kinds = KINDS) =>
    kinds.filter((kind) => use[kind] > 0).map((kind) => t(kind, { count: use[kind] }))
}
