import { useFormatter, useTranslations } from 'next-intl'
import { ObstacleStatusWord } from '@/components/exchange/obstacles/obstacle-status'
import { StatusWord, TextLink } from '@/components/base/ui/text'
import type { AdviceComparison } from '@/lib/exchange/advices/types'

export function ComparedList({ compared }: { compared: readonly AdviceComparison[] }) {
  const t = useTranslations('obstacles.kept')
  const format = useFormatter()
  return (
    <ol className="max-w-measure">
      {compared.map(({ then, now, changes }) => (
        <li key={then.id} className="border-t border-hairline py-5 last:border-b">
          <h3 lang="nl">
            {now === null ? (
              then.title
            ) : (
              <TextLink
                href={{ pathname: '/obstacles/[slug]', params: { slug: now.slug } }}
                prefetch={false}
                className="text-ink"
              >
                {then.title}
              </TextLink>
            )}
          </h3>
          <p className="mt-2 flex flex-wrap items-baseline gap-x-2">
            <span className="text-muted">{t('then')}</span>{' '}
            <ObstacleStatusWord status={then.status} />
            {now === null || now.status === then.status ? null : (
              <>
                <span className="text-muted">{t('now')}</span>{' '}
                <ObstacleStatusWord status={now.status} />
              </>
            )}
          </p>
          <p lang="nl" className="mt-2 whitespace-pre-line">
            {then.description}
          </p>
          <p className="mt-3">
            {changes.length === 0 ? (
              <StatusWord tone="good">{t('same')}</StatusWord>
            ) : (
              <>
                <StatusWord tone="attention">{t('changed')}</StatusWord>{' '}
                {format.list(changes.map((change) => t(`change.${change}`)))}
              </>
            )}
          </p>
          {now === null || now.answer === null || now.answer === then.answer ? null : (
            <p lang="nl" className="mt-3 border-l-4 border-green pl-4 whitespace-pre-line">
              {now.answer}
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}
