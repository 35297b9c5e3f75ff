import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdoptionsOf } from '@/components/exchange/adoptions/adoptions-of'
import { CriteriaProfile } from '@/components/judgement/assessments/criteria-profile'
import { InCollections } from '@/components/knowledge/collections/in-collections'
import { FollowButton } from '@/components/people/follows/follow-button'
import { ContactButton } from '@/components/exchange/contacts/contact-button'
import { EvidencePanel } from '@/components/knowledge/evidence/evidence-panel'
import { StrongestFinding } from '@/components/judgement/measurements/finding'
import { ComparableInitiatives } from '@/components/exchange/comparison/comparable-initiatives'
import { CompareToggle } from '@/components/exchange/comparison/compare-toggle'
import { ObstaclesOf } from '@/components/exchange/obstacles/obstacles-of'
import { ReopenedCriteria } from '@/components/judgement/assessments/reopened-criteria'
import { ConfirmButton } from '@/components/knowledge/initiatives/confirm-button'
import { InitiativeActions } from '@/components/site/initiatives/initiative-actions'
import { InitiativePage } from '@/components/knowledge/initiatives/initiative-page'
import { StructuredData } from '@/components/knowledge/initiatives/structured-data'
import { LeadingFinding } from '@/components/judgement/measurements/finding'
import { Variants } from '@/components/exchange/overlap/variants'
import { MonitorOverview } from '@/components/monitor/policies/monitor-overview'
import { QuestionsOf } from '@/components/exchange/questions/questions-of'
import { ButtonLink } from '@/components/base/ui/button'
import { Section } from '@/components/base/ui/layout'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadEvidence } from '@/lib/knowledge/evidence/loaders'
import { loadInitiative } from '@/lib/knowledge/initiatives/loaders'
import { todayInNetherlands } from '@/lib/base/text/calendar'

interface Props {
  params: Promise<{ locale: Locale; slug: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params
  const { title, summary } = await loadInitiative(slug)
  const address = (language: Locale) =>
    getPathname({ href: { pathname: '/initiatives/[slug]', params: { slug } }, locale: language })
  return {
    title,
    description: summary.slice(0, 300),
    alternates: { canonical: address(locale), languages: { nl: address('nl'), en: address('en') } },
  }
}

// The page comes in one piece: React hides a piece of a drawing that comes later with a style attribute, which the content policy forbids.
export default async function InitiativeRoute({ params }: Props) {
  const { locale, slug } = await params
  const initiative = await loadInitiative(slug)
  const [t, adoptions, obstacles, questions, chains, comparison, evidence] = await Promise.all([
    getTranslations('initiatives'),
    getTranslations('adoptions'),
    getTranslations('obstacles'),
    getTranslations('questions'),
    getTranslations('chains'),
    getTranslations('comparison'),
    loadEvidence(initiative.id),
  ])
  const picture = {
    about: initiative.title,
    page: getPathname({ href: { pathname: '/initiatives/[slug]', params: { slug } }, locale }),
  }
  return (
    <>
      <InitiativePage
        initiative={initiative}
        today={todayInNetherlands(new Date())}
        evidence={evidence}
        actions={
          <>
            <InitiativeActions initiative={initiative} />
            <ContactButton slug={initiative.slug} />
            <CompareToggle slug={initiative.slug} title={initiative.title} />
            <FollowButton
              type="initiative"
              slug={slug}
              back={{ pathname: '/initiatives/[slug]', params: { slug } }}
            />
          </>
        }
        confirm={
          <ConfirmButton initiativeId={initiative.id} organisationId={initiative.organisationId} />
        }
        headline={<LeadingFinding initiativeId={initiative.id} locale={locale} />}
        parts={[
          { id: 'oordeel', label: t('judged') },
          { id: 'beleid', label: t('policy') },
          { id: 'overnames', label: adoptions('who') },
          { id: 'knelpunten', label: obstacles('of.title') },
          { id: 'vragen', label: questions('title') },
          { id: 'lijkt-op', label: comparison('similar.title') },
        ]}
      >
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
            <ReopenedCriteria initiativeId={initiative.id} locale={locale} />
          </div>
        </Section>
        <Section id="beleid" title={t('policy')}>
          <MonitorOverview initiativeId={initiative.id} locale={locale} picture={picture} />
          <p className="mt-8">
            <ButtonLink
              variant="secondary"
              href={{ pathname: '/initiatives/[slug]/monitor', params: { slug } }}
            >
              {chains('toMonitor')}
            </ButtonLink>
          </p>
        </Section>
        <Section id="overnames" title={adoptions('who')} lead={adoptions('whoLead')}>
          <AdoptionsOf initiative={initiative} picture={picture} />
        </Section>
        <Section id="knelpunten" title={obstacles('of.title')} lead={obstacles('of.lead')}>
          <ObstaclesOf initiative={initiative} />
        </Section>
        <Section id="vragen" title={questions('title')} lead={questions('lead')}>
          <QuestionsOf initiative={initiative} />
        </Section>
        <Section
          id="lijkt-op"
          title={comparison('similar.title')}
          lead={comparison('similar.lead')}
          className="print:hidden"
        >
          <Variants initiativeId={initiative.id} />
          <ComparableInitiatives
            initiativeId={initiative.id}
            slug={initiative.slug}
            locale={locale}
          />
          <InCollections initiativeId={initiative.id} />
        </Section>
      </InitiativePage>
      <StructuredData initiative={initiative} locale={locale} />
    </>
  )
}
