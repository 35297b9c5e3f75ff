import { useTranslations } from 'next-intl'
import { VerdictForm } from '@/components/monitor/chains/verdict-form'
import { YearVerdict } from '@/components/monitor/chains/verdict-list'
import { VerdictSigning } from '@/components/monitor/chains/verdict-signing'
import { Section } from '@/components/base/ui/layout'
import type { MeasureYear } from '@/lib/monitor/verdicts/types'

interface VerdictSectionProps {
  now: MeasureYear
  measureId: string
  year: number
}

export function VerdictSection({ now, measureId, year }: VerdictSectionProps) {
  const t = useTranslations('chains.verdictEditor')
  return (
    <Section id="oordeel" title={t('verdict')} lead={t('verdictLead')}>
      {now.current === null ? null : (
        <>
          <YearVerdict year={year} of={{ ...now, expectation: null }} />
          <p className="mt-4 max-w-measure text-muted">{t('signedNext')}</p>
          <h3 className="mt-8 mb-4">{t('correct')}</h3>
        </>
      )}
      <VerdictForm draft={now.draft} measureId={measureId} year={year} />
      <VerdictSigning now={now} measureId={measureId} year={year} />
    </Section>
  )
}
