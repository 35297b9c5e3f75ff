import type { useTranslations } from 'next-intl'
import { amountOf, MIN_SHOWN } from '@/lib/site/usage/rules'

type Usage = ReturnType<typeof useTranslations<'usage'>>

/** A number of readings, as exact as it is shown. */
export function amountWords(t: Usage, views: number): string {
  const amount = amountOf(views)
  if (amount.kind === 'none') return t('never')
  return amount.kind === 'few' ? t('few', { threshold: MIN_SHOWN }) : t('times', amount)
}

/** A kind of page; one of a later version is another page. */
export const kindWords = (t: Usage, kind: string): string =>
  t.has(`kind.${kind}` as 'kind.other') ? t(`kind.${kind}` as 'kind.other') : t('kind.other')

/** What a page is called: its name, or its kind when it has none. */
export function pageWords(
  t: Usage,
  { kind, object, name }: { kind: string; object: string; name: string | null },
): string {
  if (name !== null) return name
  return object === '' ? kindWords(t, kind) : t('gone', { slug: object })
}
