import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { EvidencePanel } from '@/components/knowledge/evidence/evidence-panel'
import { StrongestFinding } from '@/components/judgement/measurements/finding'
import { MonitorOverview } from '@/components/monitor/policies/monitor-overview'
import { MonitorLinks } from '@/components/monitor/policies/monitor-links'
import { SignalList } from '@/components/monitor/policies/signal-list'
import { TheorySteps } from '@/components/monitor/policies/theory-steps'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadCriteriaProfile } from '@/lib/judgement/assessments/loaders'
import { exceedsEvidence } from '@/lib/judgement/assessments/rules'
import { loadEvidence } from '@/lib/knowledge/evidence/loaders'
import { ArchivedNotice } from '@/components/knowledge/closures/closed-notice'
import { WithdrawnPage } from '@/components/knowledge/closures/withdrawn-page'
import { loadPlace } from '@/lib/knowledge/closures/loaders'
import { loadMayEditMonitor, loadMonitor } from '@/lib/monitor/policies/loaders'

interface Props {
  params: Promise<{ locale: Locale; slug: string }>
}

const ADDRESS = '/initiatives/[slug]/monitor'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [place, t] = await Promise.all([
    params.then(({ slug }) => loadPlace(slug, ADDRESS)),
    getTranslations('chains.initiative'),
  ])
  if (place.kind === 'withdrawn') return { title: place.title, robots: { index: false } }
  return {
    title: t('title', { title: place.initiative.title }),
    ...(place.kind === 'archived' && { robots: { index: false } }),
  }
}

const SCORE_ABOVE_EVIDENCE = {
  kind: 'highScoreWithoutEvidence',
  subject: null,
  on: null,
  count: null,
} as const

const pageAddress = (slug: string, locale: Locale) =>
  getPathname({ href: { pathname: '/initiatives/[slug]/monitor', params: { slug } }, locale })

export default async function InitiativeMonitorPage({ params }: Props) {
  const { locale, slug } = await params
  const place = await loadPlace(slug, ADDRESS)
  if (place.kind === 'withdrawn') return <WithdrawnPage {...place} />
  const { initiative } = place
  const [t, nav, loaded, evidence, { profile }] = await Promise.all([
    getTranslations('chains.initiative'),
    getTranslations('ui.nav'),
    loadMonitor(initiative.id),
    loadEvidence(initiative.id),
    loadCriteriaProfile(initiative.id),
  ])
  if (!loaded) notFound()
  const { monitor } = loaded
  const mayEdit = await loadMayEditMonitor(monitor.organisation.id)
  const initiativeId = initiative.id
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: nav('initiatives'), href: '/initiatives' },
          { label: initiative.title, href: { pathname: '/initiatives/[slug]', params: { slug } } },
          { label: t('kicker') },
        ]}
      />
      <PageHeader kicker={t('kicker')} title={initiative.title}>
        {place.kind === 'archived' ? <ArchivedNotice closure={place.closure} /> : null}
        <MonitorLinks slug={slug} mayEdit={mayEdit} initiativeId={initiativeId} />
      </PageHeader>
      <Section id="beleid" title={t('kicker')}>
        {evidence && exceedsEvidence(profile, evidence) ? (
          <div className="mb-8">
            <SignalList signals={[SCORE_ABOVE_EVIDENCE]} />
          </div>
        ) : null}
        <MonitorOverview
          initiativeId={initiativeId}
          slug={slug}
          locale={locale}
          picture={{ about: initiative.title, page: pageAddress(slug, locale) }}
        />
      </Section>
      <Section id="stappen" title={t('steps')}>
        <TheorySteps monitor={monitor} />
      </Section>
      <Section id="bewijs" title={t('evidence')} lead={t('evidenceLead')}>
        <EvidencePanel
          initiativeId={initiativeId}
          locale={locale}
          finding={<StrongestFinding initiativeId={initiativeId} locale={locale} />}
        />
      </Section>
    </Page>
  )
}
