import { useTranslations } from 'next-intl'
import { Section } from '@/components/base/ui/layout'
import type { EarlierReason } from '@/lib/knowledge/revisions/types'
import { RemarkList } from './remark-list'

/** Why versions came back or were made, newest first. Nothing when there is no reason yet. */
export function EarlierReasons({ reasons }: { reasons: readonly EarlierReason[] }) {
  const t = useTranslations('reviews')
  if (reasons.length === 0) return null
  return (
    <Section id="eerder" title={t('earlier')}>
      <ol className="max-w-measure divide-y divide-hairline border-y border-hairline">
        {reasons.map(({ kind, number, at, reason, remarks }, index) => (
          <li key={index} className="py-4">
            <p className="text-sm text-muted">{t(kind, { number, date: at })}</p>
            <p lang="nl" className="mt-1 whitespace-pre-line">
              {reason}
            </p>
            <RemarkList remarks={remarks} />
          </li>
        ))}
      </ol>
    </Section>
  )
}
