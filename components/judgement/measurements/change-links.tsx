import type { InitiativeIndicatorView } from '@/lib/judgement/measurements/types'
import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/base/ui/text'
import { noonOf } from '@/lib/base/text/calendar'

const PATH = '/workspace/initiatives/[id]/measurements' as const

export function ChangeLinks({
  initiativeId,
  indicator,
}: {
  initiativeId: string
  indicator: InitiativeIndicatorView
}) {
  const t = useTranslations('indicators.edit')
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1 py-3 text-sm">
      <li>
        <TextLink
          href={{
            pathname: PATH,
            params: { id: initiativeId },
            query: { indicator: indicator.id },
            hash: 'indicator',
          }}
        >
          {t('changeIndicator')}
        </TextLink>
      </li>
      {indicator.measurements.map(({ id, measuredOn, periodEnd }) => (
        <li key={id}>
          <TextLink
            href={{
              pathname: PATH,
              params: { id: initiativeId },
              query: { meting: id },
              hash: 'meting',
            }}
          >
            {measuredOn === null && periodEnd === null
              ? t('correct')
              : t('correctOf', { date: noonOf(measuredOn ?? periodEnd ?? '') })}
          </TextLink>
        </li>
      ))}
    </ul>
  )
}
