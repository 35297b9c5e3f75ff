import type { InitiativeIndicatorView } from '@/lib/judgement/measurements/types'
import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/base/ui/text'
import type { ServingInitiative } from '@/lib/monitor/verdicts/types'
import {
  MeasuredWhen,
  MeasurementText,
  ValueText,
} from '@/components/judgement/measurements/measurement-text'

function Latest({
  indicator: { label, unit, lowerIsBetter, target, measurements },
}: {
  indicator: InitiativeIndicatorView
}) {
  const t = useTranslations('indicators')
  const latest = measurements.at(-1)
  if (!latest) return null
  return (
    <li className="space-y-1 py-3">
      <p className="text-sm text-muted">
        <span lang="nl">{label}</span>. <MeasuredWhen measurement={latest} />
      </p>
      <MeasurementText measurement={latest} unit={unit} lowerIsBetter={lowerIsBetter} />
      <p className="text-sm">
        {t('target')}:{' '}
        {target.value === null ? (
          <span className="text-clay">{t('targetMissing')}</span>
        ) : (
          <ValueText value={target.value} unit={unit} />
        )}
      </p>
    </li>
  )
}

export function MeasuredLately({ initiatives }: { initiatives: readonly ServingInitiative[] }) {
  const t = useTranslations('indicators.lately')
  return (
    <ul className="grid gap-x-12 gap-y-8 lg:grid-cols-2">
      {initiatives.map(({ slug, title, indicators }) => {
        const without = indicators.filter(({ measurements }) => measurements.length === 0).length
        return (
          <li key={slug} className="min-w-0">
            <h3 className="text-lg" lang="nl">
              <TextLink
                href={{ pathname: '/initiatives/[slug]/monitor', params: { slug } }}
                prefetch={false}
              >
                {title}
              </TextLink>
            </h3>
            {indicators.length > without ? (
              <ul className="mt-2 divide-y divide-hairline border-y border-hairline">
                {indicators.map((indicator) => (
                  <Latest key={indicator.id} indicator={indicator} />
                ))}
              </ul>
            ) : null}
            {indicators.length === 0 || without > 0 ? (
              <p className="mt-2 text-sm text-clay">{t('without', { count: without })}</p>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
