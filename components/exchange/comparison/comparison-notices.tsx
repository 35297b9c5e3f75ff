import { useFormatter, useTranslations } from 'next-intl'
import { Notice } from '@/components/base/ui/notice'
import type { Compared } from '@/lib/exchange/comparison/types'

export function ComparisonNotices({
  unknown,
  over,
  compared,
}: {
  unknown: string[]
  over: string[]
  compared: Compared[]
}) {
  const t = useTranslations('comparison')
  const format = useFormatter()
  const blind = compared.filter((one) => one.blind).map(({ initiative }) => initiative.title)
  return (
    <div className="mt-6 max-w-measure space-y-4 empty:hidden">
      {unknown.length > 0 ? (
        <Notice tone="attention" title={t('unknown', { count: unknown.length })}>
          {t('unknownWhy', { list: unknown.map((name) => `‘${name}’`).join(', ') })}
        </Notice>
      ) : null}
      {over.length > 0 ? (
        <Notice title={t('over')}>
          {t('overWhy', { list: over.map((name) => `‘${name}’`).join(', ') })}
        </Notice>
      ) : null}
      {blind.length > 0 ? (
        <Notice>{t('blind', { titles: format.list(blind.map((title) => `‘${title}’`)) })}</Notice>
      ) : null}
    </div>
  )
}
