import { useTranslations } from 'next-intl'
import { CallStatusWord, CallTerms } from '@/components/exchange/calls/call-list'
import { ExampleMark } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import type { CallView } from '@/lib/exchange/calls/types'
import { noonOf } from '@/lib/base/text/calendar'

export function CallText({ call }: { call: CallView }) {
  const t = useTranslations('calls')
  return (
    <>
      <p className="mt-4 flex flex-wrap items-center gap-3 text-muted">
        <CallStatusWord status={call.status} />
        <span>
          {call.status === 'open'
            ? t('until', { date: noonOf(call.openUntil) })
            : t('was', { date: noonOf(call.postedOn) })}
        </span>
        {call.isExample ? <ExampleMark>{t('example')}</ExampleMark> : null}
      </p>
      <p className="mt-5 max-w-measure text-lg whitespace-pre-line" lang="nl">
        {call.text}
      </p>
      <CallTerms terms={call.terms} />
      {call.learning === null ? null : (
        <p className="mt-4 max-w-measure text-muted">
          {t('fromLearning')}{' '}
          <TextLink
            href={{
              pathname: '/regions/[slug]',
              params: { slug: call.learning.regionSlug },
              hash: 'leeragenda',
            }}
            prefetch={false}
          >
            {t('toLearning', { region: call.learning.regionName })}
          </TextLink>
        </p>
      )}
    </>
  )
}
