import { useFormatter, useTranslations } from 'next-intl'
import { Notice } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import type { MeasurementPage } from '@/lib/judgement/measurements/types'

const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const

/** What a reader should know first: it was corrected, or its initiative ended. */
export function MeasurementNotices({
  page: { slug, closure, into, replacedBy },
}: {
  page: MeasurementPage
}) {
  const t = useTranslations('indicators.onePage')
  const format = useFormatter()
  const day = (at: string) => format.dateTime(new Date(at), DAY)
  return (
    <>
      {replacedBy === null ? null : (
        <Notice
          tone="attention"
          title={t('replaced', { date: day(replacedBy.at) })}
          className="mt-6 max-w-measure"
        >
          {replacedBy.reason === null ? null : (
            <p>{t('replacedWhy', { reason: replacedBy.reason })}</p>
          )}
          <p className="mt-2">
            <TextLink
              href={{
                pathname: '/initiatives/[slug]/measurements/[id]',
                params: { slug, id: replacedBy.id },
              }}
            >
              {t('replacedLink')}
            </TextLink>
          </p>
        </Notice>
      )}
      {closure?.kind === 'archived' ? (
        <Notice
          tone="attention"
          title={t('archived', { date: day(closure.at) })}
          className="mt-6 max-w-measure"
        >
          <p lang="nl" className="whitespace-pre-line">
            {closure.reason}
          </p>
        </Notice>
      ) : null}
      {closure?.kind === 'merged' ? (
        <Notice
          tone="attention"
          title={t('merged', { date: day(closure.at) })}
          className="mt-6 max-w-measure"
        >
          {into === null ? null : (
            <TextLink href={{ pathname: '/initiatives/[slug]', params: { slug: into } }}>
              {t('mergedLink')}
            </TextLink>
          )}
        </Notice>
      ) : null}
    </>
  )
}
