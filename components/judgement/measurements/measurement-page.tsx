import type { ReactNode } from 'react'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { Facts, Section } from '@/components/base/ui/layout'
import { TextLink } from '@/components/base/ui/text'
import { EvidenceWord } from '@/components/knowledge/evidence/evidence-word'
import { labelIn } from '@/lib/base/text/label'
import { ownEvidence } from '@/lib/judgement/measurements/level.rules'
import { COMPARING } from '@/lib/judgement/measurements/schema'
import type { MeasurementPage } from '@/lib/judgement/measurements/types'
import { measurementEffect } from '@/lib/knowledge/evidence/direction.rules'
import { MeasurementSource, OwnerReply } from './measurement-item'
import { ComparisonText, EffectText, MeasuredWhen, MeasurementText } from './measurement-text'

const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const

interface PageProps {
  page: MeasurementPage
}

function Result({ page: { indicator, measurement } }: PageProps) {
  const t = useTranslations('indicators.onePage')
  const { unit, lowerIsBetter } = indicator
  return (
    <Section id="uitkomst" title={t('result')}>
      <div className="max-w-measure space-y-2">
        <p className="text-sm text-muted">
          <MeasuredWhen measurement={measurement} />
        </p>
        <MeasurementText measurement={measurement} unit={unit} lowerIsBetter={lowerIsBetter} />
        <ComparisonText measurement={measurement} />
        {COMPARING.includes(measurement.design) ? (
          <EffectText
            effect={measurementEffect(measurement, unit, lowerIsBetter)}
            measurement={measurement}
          />
        ) : null}
        <MeasurementSource measurement={measurement} />
      </div>
    </Section>
  )
}

function useFactItems({ page: { indicator, measurement } }: PageProps) {
  const t = useTranslations('indicators.onePage')
  const words = useTranslations('indicators.measurement')
  const locale = useLocale()
  const format = useFormatter()
  const { outcome } = indicator
  const evidence = ownEvidence(indicator, measurement)
  const horizon = measurement.horizon ?? outcome?.horizon ?? null
  return [
    {
      label: t('outcome'),
      value: outcome === null ? t('outcomeNone') : labelIn(locale, outcome),
    },
    { label: t('design'), value: words(`design.${measurement.design}`) },
    {
      label: t('horizon'),
      value: horizon === null ? t('horizonUnknown') : words(`horizon.${horizon}`),
    },
    { label: t('population'), value: measurement.population ?? t('populationUnknown') },
    { label: t('independent'), value: t(measurement.independent ? 'yes' : 'no') },
    {
      label: t('evidence'),
      value: evidence === null ? t('evidenceNone') : <EvidenceWord evidence={evidence} />,
    },
    { label: t('entered'), value: format.dateTime(new Date(measurement.createdAt), DAY) },
    ...(measurement.note === null ? [] : [{ label: t('note'), value: measurement.note }]),
  ]
}

function How({ page }: PageProps) {
  const t = useTranslations('indicators.onePage')
  return (
    <Section id="opzet" title={t('facts')}>
      <Facts className="max-w-measure" items={useFactItems({ page })} />
    </Section>
  )
}

function Earlier({ page: { slug, earlier } }: PageProps) {
  const t = useTranslations('indicators.onePage')
  const format = useFormatter()
  if (earlier.length === 0) return null
  return (
    <Section id="eerder" title={t('earlier')}>
      <ul>
        {earlier.map(({ id, createdAt }) => (
          <li key={id}>
            <TextLink
              href={{ pathname: '/initiatives/[slug]/measurements/[id]', params: { slug, id } }}
            >
              {t('earlierOf', { date: format.dateTime(new Date(createdAt), DAY) })}
            </TextLink>
          </li>
        ))}
      </ul>
    </Section>
  )
}

interface ViewProps extends PageProps {
  citation: string
  /** The address of the same in the open data. */
  json: string
  /** The form of the owner; null for anyone else. */
  reply: ReactNode
}

export function MeasurementPageView({ page, citation, json, reply }: ViewProps) {
  const t = useTranslations('indicators')
  return (
    <>
      <Result page={page} />
      <How page={page} />
      <Section id="reactie" title={t('reply.title')}>
        {page.measurement.reply === null ? (
          <p className="text-muted">{t('reply.none')}</p>
        ) : (
          <OwnerReply reply={page.measurement.reply} />
        )}
        {reply}
      </Section>
      <Earlier page={page} />
      <Section id="citeren" title={t('onePage.cite')}>
        <p className="max-w-measure break-words" lang="nl">
          {citation}
        </p>
        <p className="mt-3">
          <a href={json}>{t('onePage.json')}</a>
        </p>
      </Section>
    </>
  )
}
