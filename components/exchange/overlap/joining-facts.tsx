import { useTranslations } from 'next-intl'
import { OtherLink } from '@/components/exchange/overlap/other-link'
import type { Joining } from '@/lib/exchange/overlap/types'

interface JoiningFactsProps {
  joining: Joining
  asked: boolean
  revisionId: string | null
}

export function JoiningFacts({ joining, asked, revisionId }: JoiningFactsProps) {
  const t = useTranslations('overlap.joining')
  return (
    <dl className="grid max-w-measure gap-x-8 gap-y-1 sm:grid-cols-[11rem_1fr] sm:gap-y-3">
      <dt className="text-muted">{t('about')}</dt>
      <dd className="mb-3 sm:mb-0">
        <OtherLink slug={joining.other.slug} revisionId={revisionId} title={joining.other.title} />
      </dd>
      <dt className="text-muted">{t(asked ? 'own' : 'ownOwn')}</dt>
      <dd className="mb-3 sm:mb-0" lang="nl">
        {joining.own}
      </dd>
    </dl>
  )
}
