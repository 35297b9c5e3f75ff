import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdoptionsOf } from '@/components/exchange/adoptions/adoptions-of'
import { FollowButton } from '@/components/people/follows/follow-button'
import { ContestMarks } from '@/components/judgement/contests/contest-marks'
import { ContactOfInitiative } from '@/components/exchange/enquiries/contact-of-initiative'
import { CompareToggle } from '@/components/exchange/comparison/compare-toggle'
import { SimilarSection } from '@/components/site/initiatives/similar-section'
import { SuitabilitySection } from '@/components/site/suitability/suitability-section'
import { PortraitLink } from '@/components/site/portraits/portrait-link'
import { PolicySection } from '@/components/site/initiatives/policy-section'
import { JudgementSection } from '@/components/site/initiatives/judgement-section'
import { ObstaclesOf } from '@/components/exchange/obstacles/obstacles-of'
import {
  ArchivedNotice,
  MergedNotes,
  SplitNote,
} from '@/components/knowledge/closures/closed-notice'
import { StandingLink } from '@/components/knowledge/closures/standing-link'
import { WithdrawnPage } from '@/components/knowledge/closures/withdrawn-page'
import { ConfirmButton } from '@/components/knowledge/initiatives/confirm-button'
import { InitiativeActions } from '@/components/site/initiatives/initiative-actions'
import { VersionHistory } from '@/components/knowledge/history/version-list'
import { InitiativePage } from '@/components/knowledge/initiatives/initiative-page'
import { StructuredData } from '@/components/knowledge/initiatives/structured-data'
import { LeadingFinding } from '@/components/judgement/measurements/finding'
import { QuestionsOf } from '@/components/exchange/questions/questions-of'
import { Section } from '@/components/base/ui/layout'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { getSettings } from '@/lib/base/settings/loaders'
import type { ParameterValue } from '@/lib/base/http/parameters'
import { loadEvidence } from '@/lib/knowledge/evidence/loaders'
import { loadPlace } from '@/lib/knowledge/closures/loaders'
import type { Place } from '@/lib/knowledge/closures/types'
import type { InitiativeView } from '@/lib/knowledge/initiatives/types'
import { todayInNetherlands } from '@/lib/base/text/calendar'

interface Props {
  params: Promise<{ locale: Locale; slug: string }>
  searchParams: Promise<Record<string, ParameterValue>>
}

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const { locale, slug } = await params
  const [place, { languages }] = await Promise.all([loadPlace(slug), getSettings()])
  if (place.kind === 'withdrawn') return { title: place.title, robots: { index: false } }
  const { title, summary } = place.initiative
  const address = (language: Locale) =>
    getPathname({ href: { pathname: '/initiatives/[slug]', params: { slug } }, locale: language })
  return {
    title,
    description: summary.slice(0, 300),
    ...(place.kind === 'archived' && { robots: { index: false } }),
    alternates: {
      canonical: address(locale),
      languages: { nl: address('nl'), ...(languages.english && { en: address('en') }) },
    },
  }
}

/** What a figure that is taken from this page is about, and where it stands. */
const pictureOf = ({ title, slug }: InitiativeView, locale: Locale) => ({
  about: title,
  page: getPathname({ href: { pathname: '/initiatives/[slug]', params: { slug } }, locale }),
})

// Not streamed: React would hide later pieces with a style that the content policy forbids.
export default async function InitiativeRoute({ params, searchParams }: Props) {
  const [{ locale, slug }, { voor }] = await Promise.all([params, searchParams])
  const place = await loadPlace(slug)
  if (place.kind === 'withdrawn') return <WithdrawnPage {...place} />
  if (place.kind === 'archived') return <ArchivedPage place={place} locale={locale} />
  const { initiative } = place
  const [t, adoptions, obstacles, questions, comparison, versions, suits, evidence] =
    await Promise.all([
      getTranslations('initiatives'),
      getTranslations('adoptions'),
      getTranslations('obstacles'),
      getTranslations('questions'),
      getTranslations('comparison'),
      getTranslations('versions'),
      getTranslations('suitability'),
      loadEvidence(initiative.id),
    ])
  const picture = pictureOf(initiative, locale)
  return (
    <>
      <InitiativePage
        initiative={initiative}
        today={todayInNetherlands(new Date())}
        evidence={evidence}
        actions={<VisitorActions initiative={initiative} slug={slug} />}
        notice={<Related place={place} />}
        confirm={
          <ConfirmButton initiativeId={initiative.id} organisationId={initiative.organisationId} />
        }
        headline={<Headline initiativeId={initiative.id} locale={locale} />}
        parts={[
          { id: 'oordeel', label: t('judged') },
          { id: 'beleid', label: t('policy') },
          { id: 'past', label: suits('title') },
          { id: 'overnames', label: adoptions('who') },
          { id: 'knelpunten', label: obstacles('of.title') },
          { id: 'vragen', label: questions('title') },
          { id: 'lijkt-op', label: comparison('similar.title') },
          { id: 'wat-er-veranderde', label: versions('title') },
        ]}
      >
        <JudgementSection initiative={initiative} locale={locale} picture={picture} />
        <PolicySection initiative={initiative} locale={locale} picture={picture} slug={slug} />
        <SuitabilitySection initiative={initiative} locale={locale} asked={voor} />
        <Section id="overnames" title={adoptions('who')} lead={adoptions('whoLead')}>
          <AdoptionsOf initiative={initiative} picture={picture} />
        </Section>
        <Section id="knelpunten" title={obstacles('of.title')} lead={obstacles('of.lead')}>
          <ObstaclesOf initiative={initiative} />
        </Section>
        <Section id="vragen" title={questions('title')} lead={questions('lead')}>
          <QuestionsOf initiative={initiative} />
        </Section>
        <SimilarSection initiative={initiative} locale={locale} />
        <VersionHistory initiative={initiative} />
      </InitiativePage>
      <StructuredData initiative={initiative} locale={locale} />
    </>
  )
}

/** What a reader should know before the text: no gain was found, or the results are contested. */
function Headline({ initiativeId, locale }: { initiativeId: string; locale: Locale }) {
  return (
    <>
      <LeadingFinding initiativeId={initiativeId} locale={locale} />
      <ContestMarks initiativeId={initiativeId} about="results" />
    </>
  )
}

interface ArchivedPageProps {
  place: Extract<Place, { kind: 'archived' }>
  locale: Locale
}

/** The text with what was found and judged of it; nothing that asks readers to do something. */
async function ArchivedPage({ place, locale }: ArchivedPageProps) {
  const { initiative, closure } = place
  const { slug } = initiative
  const [t, versions, evidence] = await Promise.all([
    getTranslations('initiatives'),
    getTranslations('versions'),
    loadEvidence(initiative.id),
  ])
  const picture = pictureOf(initiative, locale)
  return (
    <InitiativePage
      initiative={initiative}
      today={todayInNetherlands(new Date())}
      evidence={evidence}
      actions={<StandingLink initiativeId={initiative.id} />}
      notice={
        <>
          <ArchivedNotice closure={closure} />
          <Related place={place} />
        </>
      }
      headline={<LeadingFinding initiativeId={initiative.id} locale={locale} />}
      parts={[
        { id: 'oordeel', label: t('judged') },
        { id: 'beleid', label: t('policy') },
        { id: 'wat-er-veranderde', label: versions('title') },
      ]}
    >
      <JudgementSection initiative={initiative} locale={locale} picture={picture} />
      <PolicySection initiative={initiative} locale={locale} picture={picture} slug={slug} />
      <VersionHistory initiative={initiative} />
    </InitiativePage>
  )
}

function Related({ place }: { place: Extract<Place, { kind: 'open' | 'archived' }> }) {
  return (
    <>
      <SplitNote from={place.splitFrom} />
      <MergedNotes merged={place.merged} />
    </>
  )
}

function VisitorActions({ initiative, slug }: { initiative: InitiativeView; slug: string }) {
  return (
    <>
      <ContactOfInitiative initiative={initiative} />
      <InitiativeActions initiative={initiative} />
      <CompareToggle slug={initiative.slug} title={initiative.title} />
      <PortraitLink slug={initiative.slug} />
      <FollowButton
        type="initiative"
        slug={slug}
        back={{ pathname: '/initiatives/[slug]', params: { slug } }}
      />
      <StandingLink initiativeId={initiative.id} />
    </>
  )
}
