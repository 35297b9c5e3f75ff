import { useFormatter, useTranslations } from 'next-intl'
import { Disclosure } from '@/components/base/ui/disclosure'
import { FingerprintLink } from '@/components/base/ui/fingerprint-link'
import { ExternalLink, SourceNote, TextLink } from '@/components/base/ui/text'
import { earlierVersions } from '@/lib/judgement/measurements/rules'
import { COMPARING } from '@/lib/judgement/measurements/schema'
import type { InitiativeIndicatorView, MeasurementView } from '@/lib/judgement/measurements/types'
import { measurementEffect } from '@/lib/knowledge/evidence/direction.rules'
import { ComparisonText, EffectText, MeasuredWhen, MeasurementText } from './measurement-text'

const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const

export function MeasurementSource({ measurement }: { measurement: MeasurementView }) {
  const t = useTranslations('indicators.measurement')
  return (
    <SourceNote>
      {t.rich('source', {
        source: () =>
          measurement.sourceUrl === null ? (
            measurement.sourceTitle
          ) : (
            <ExternalLink href={measurement.sourceUrl}>{measurement.sourceTitle}</ExternalLink>
          ),
      })}
      {measurement.measuredBy === null ? null : ` ${t('by', { name: measurement.measuredBy })}`}
      {measurement.file === null ? null : (
        <>
          {' '}
          <a href={`/api/metingen/${measurement.id}/bestand`} download>
            {t('file', {
              kind: measurement.file.name.split('.').at(-1)?.toUpperCase() ?? '',
              size: Math.max(1, Math.round(measurement.file.sizeBytes / 1_024)),
            })}
          </a>
        </>
      )}
      <FingerprintLink kind="meting" id={measurement.id} />
    </SourceNote>
  )
}

function History({
  measurement,
  indicator,
}: {
  measurement: MeasurementView
  indicator: InitiativeIndicatorView
}) {
  const t = useTranslations('indicators.measurement')
  const format = useFormatter()
  const earlier = earlierVersions(measurement, indicator.replaced)
  if (earlier.length === 0) return null
  const versions = [measurement, ...earlier]
  return (
    <Disclosure summary={t('corrected', { count: earlier.length })} className="border-b-0 text-sm">
      <ol className="space-y-4 border-l-2 border-hairline pl-4">
        {earlier.map((old, index) => (
          <li key={old.id} className="space-y-1">
            <p className="text-muted">
              {t('replacedOn', {
                date: format.dateTime(new Date(versions[index]?.createdAt ?? old.createdAt), DAY),
              })}
            </p>
            <p>
              {t('replacedWhy', {
                reason: versions[index]?.correctionReason ?? t('reasonUnknown'),
              })}
            </p>
            <MeasurementText
              measurement={old}
              unit={indicator.unit}
              lowerIsBetter={indicator.lowerIsBetter}
            />
            <MeasurementSource measurement={old} />
          </li>
        ))}
      </ol>
    </Disclosure>
  )
}

export function OwnerReply({ reply }: Pick<MeasurementView, 'reply'>) {
  const t = useTranslations('indicators.reply')
  const format = useFormatter()
  if (reply === null) return null
  return (
    <div className="mt-2 max-w-measure border-l-2 border-green pl-3">
      <p className="text-sm text-muted">
        {t('by', {
          organisation: reply.organisationName,
          date: format.dateTime(new Date(reply.at), DAY),
        })}
      </p>
      <p className="whitespace-pre-line">{reply.text}</p>
    </div>
  )
}

export function MeasurementItem({
  measurement,
  indicator,
  slug,
}: {
  measurement: MeasurementView
  indicator: InitiativeIndicatorView
  slug: string | undefined
}) {
  const t = useTranslations('indicators.measurement')
  const { unit, lowerIsBetter } = indicator
  return (
    <li className="space-y-1 py-4">
      <p className="text-sm text-muted">
        <MeasuredWhen measurement={measurement} />
        {measurement.horizon === null ? null : ` · ${t(`horizon.${measurement.horizon}`)}`}
        {' · '}
        {t(`design.${measurement.design}`)}
        {measurement.independent ? ` · ${t('independent')}` : null}
      </p>
      <MeasurementText measurement={measurement} unit={unit} lowerIsBetter={lowerIsBetter} />
      {measurement.population === null ? null : (
        <p className="text-sm">{t('population', { who: measurement.population })}</p>
      )}
      <ComparisonText measurement={measurement} />
      {COMPARING.includes(measurement.design) ? (
        <EffectText
          effect={measurementEffect(measurement, unit, lowerIsBetter)}
          measurement={measurement}
        />
      ) : null}
      {measurement.note === null ? null : (
        <p className="max-w-measure text-sm text-muted">{measurement.note}</p>
      )}
      <MeasurementSource measurement={measurement} />
      <OwnerReply reply={measurement.reply} />
      {slug === undefined ? null : (
        <p className="text-sm">
          <TextLink
            href={{
              pathname: '/initiatives/[slug]/measurements/[id]',
              params: { slug, id: measurement.id },
            }}
            prefetch={false}
          >
            {t('page')}
          </TextLink>
        </p>
      )}
      <History measurement={measurement} indicator={indicator} />
    </li>
  )
}
