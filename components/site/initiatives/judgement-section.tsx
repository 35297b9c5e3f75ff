import { useTranslations } from 'next-intl'
import { CriteriaProfile } from '@/components/judgement/assessments/criteria-profile'
import { ContestMarks } from '@/components/judgement/contests/contest-marks'
import { ContestSection } from '@/components/judgement/contests/contest-section'
import { EvidencePanel } from '@/components/knowledge/evidence/evidence-panel'
import { StrongestFinding } from '@/components/judgement/measurements/finding'
import { ReopenedCriteria } from '@/components/judgement/assessments/reopened-criteria'
import { PooledOutcomes } from '@/components/exchange/pooling/pooled-outcomes'
import { Section } from '@/components/base/ui/layout'
import type { Locale } from '@/i18n/routing'
import type { InitiativeView } from '@/lib/knowledge/initiatives/types'

/** Side by side and never blended. */
export function JudgementSection({
  initiative,
  locale,
  picture,
}: {
  initiative: InitiativeView
  locale: Locale
  picture: { about: string; page: string }
}) {
  const t = useTranslations('initiatives')
  return (
    <Section id="oordeel" title={t('judged')} lead={t('judgedLead')}>
      <CriteriaProfile
        initiativeId={initiative.id}
        revisionNumber={initiative.number}
        locale={locale}
        picture={picture}
      />
      <div id="bewijs" className="mt-12 scroll-mt-6">
        <EvidencePanel
          initiativeId={initiative.id}
          locale={locale}
          finding={<StrongestFinding initiativeId={initiative.id} locale={locale} />}
        />
        <ContestMarks initiativeId={initiative.id} about="evidence" />
        <ReopenedCriteria initiativeId={initiative.id} locale={locale} />
      </div>
      <PooledOutcomes initiativeId={initiative.id} />
      <ContestSection initiativeId={initiative.id} slug={initiative.slug} locale={locale} />
    </Section>
  )
}
