import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { EvidenceWord } from '@/components/knowledge/evidence/evidence-word'
import { ButtonLink } from '@/components/base/ui/button'
import { EmptyState } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import type { Locale } from '@/i18n/routing'
import { loadComparable } from '@/lib/exchange/comparison/loaders'
import { choiceValue, similarityWord } from '@/lib/exchange/comparison/rules'
import type { Comparable } from '@/lib/exchange/comparison/types'
import { likenessText } from './likeness-text'

function ComparableItem({ one, reason, slug }: { one: Comparable; reason: string; slug: string }) {
  const t = useTranslations('comparison.similar')
  return (
    <li className="grid gap-x-8 gap-y-2 py-5 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0 max-w-measure">
        <h3>
          <TextLink
            href={{ pathname: '/initiatives/[slug]', params: { slug: one.slug } }}
            prefetch={false}
            className="text-ink"
          >
            {one.title}
          </TextLink>
        </h3>
        <p className="mt-1">
          <strong className="font-semibold">{t(`word.${similarityWord(one.similarity)}`)}</strong>
          {`: ${reason}.`}
        </p>
        <p className="mt-1 text-sm">
          <EvidenceWord evidence={one.evidence} />
        </p>
      </div>
      <p>
        <TextLink
          href={{ pathname: '/compare', query: { i: choiceValue([slug, one.slug]) } }}
          prefetch={false}
          rel="nofollow"
          aria-label={`${t('compare')}: ${one.title}`}
          className="inline-flex min-h-8 items-center text-sm"
        >
          {t('compare')}
        </TextLink>
      </p>
    </li>
  )
}

export async function ComparableInitiatives({
  initiativeId,
  slug,
  locale,
}: {
  initiativeId: string
  slug: string
  locale: Locale
}) {
  const [t, describe, comparable] = await Promise.all([
    getTranslations({ locale, namespace: 'comparison.similar' }),
    likenessText(locale),
    loadComparable(initiativeId),
  ])
  if (comparable.length === 0) return <EmptyState title={t('none')}>{t('noneWhy')}</EmptyState>
  const three = comparable.slice(0, 3)
  return (
    <>
      <ul className="divide-y divide-hairline border-y border-hairline">
        {comparable.map((one) => (
          <ComparableItem key={one.slug} one={one} reason={describe(one.likeness)} slug={slug} />
        ))}
      </ul>
      <p className="mt-5 flex flex-wrap items-center gap-x-6 gap-y-3">
        {three.length > 1 ? (
          <ButtonLink
            variant="secondary"
            href={{
              pathname: '/compare',
              query: { i: choiceValue([slug, ...three.map((one) => one.slug)]) },
            }}
            prefetch={false}
            rel="nofollow"
          >
            {t('compareAll', { count: three.length + 1 })}
          </ButtonLink>
        ) : null}
        <TextLink href={{ pathname: '/method', hash: 'lijkt-op' }} className="text-sm">
          {t('how')}
        </TextLink>
      </p>
    </>
  )
}
