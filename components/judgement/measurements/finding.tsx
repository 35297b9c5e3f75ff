import { loadStrongestFinding } from '@/lib/judgement/measurements/loaders'
import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/base/ui/notice'
import type { Locale } from '@/i18n/routing'
import { leadsPage } from '@/lib/knowledge/evidence/rules'
import { ComparisonText, EffectText, MeasurementText } from './measurement-text'

export async function StrongestFinding({
  initiativeId,
  locale,
}: {
  initiativeId: string
  locale: Locale
}) {
  const [t, design, finding] = await Promise.all([
    getTranslations({ locale, namespace: 'evidence.finding' }),
    getTranslations({ locale, namespace: 'indicators.measurement.design' }),
    loadStrongestFinding(initiativeId),
  ])
  if (!finding) return null
  return (
    <div className="border-t-4 border-green pt-3">
      <h3 className="text-lg">{t('title')}</h3>
      <p className="text-sm text-muted">
        {finding.label} · {design(finding.design)}
      </p>
      <div className="mt-3 space-y-2">
        <MeasurementText
          measurement={finding.measurement}
          unit={finding.unit}
          lowerIsBetter={finding.lowerIsBetter}
        />
        <EffectText effect={finding.effect} measurement={finding.measurement} />
        <ComparisonText measurement={finding.measurement} />
      </div>
    </div>
  )
}

/** Shown on top when the strongest research finds no gain. */
export async function LeadingFinding({
  initiativeId,
  locale,
}: {
  initiativeId: string
  locale: Locale
}) {
  const [t, finding] = await Promise.all([
    getTranslations({ locale, namespace: 'evidence.finding' }),
    loadStrongestFinding(initiativeId),
  ])
  if (!leadsPage(finding)) return null
  return (
    <Notice
      tone="attention"
      title={t(`leads.${finding.effect.direction}`)}
      className="mb-10 max-w-measure"
    >
      {t('leadsWhy', { label: finding.label })} <a href="#bewijs">{t('leadsLink')}</a>
    </Notice>
  )
}
