import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { AdoptionsFrom, AdoptionsIn } from '@/components/exchange/adoptions/adoptions-in'
import { RegionPeople } from '@/components/exchange/contacts/region-people'
import { RegionCalls } from '@/components/exchange/calls/region-calls'
import { RegionGroups } from '@/components/knowledge/topic-pages/region-groups'
import { FollowButton } from '@/components/people/follows/follow-button'
import { RegionContext } from '@/components/figures/indicators/region-context'
import { RegionLearning } from '@/components/exchange/learning/region-learning'
import { ObstaclesFor } from '@/components/exchange/obstacles/obstacles-for'
import { RegionGoals } from '@/components/monitor/policies/region-goals'
import { RegionSuccession } from '@/components/base/regions/region-succession'
import { RegionSurroundings } from '@/components/base/regions/region-surroundings'
import { TaggedInitiatives } from '@/components/site/results/tagged-initiatives'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { ButtonLink } from '@/components/base/ui/button'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { TextLink } from '@/components/base/ui/text'
import type { Locale } from '@/i18n/routing'
import { loadTopic } from '@/lib/knowledge/topic-pages/loaders'
import { COMPARED } from '@/lib/monitor/peers/types'
import { loadRegion } from '@/lib/base/regions/loaders'
import type { RegionView } from '@/lib/base/regions/types'
import { loadTagged } from '@/lib/knowledge/search/loaders'

interface Props {
  params: Promise<{ locale: Locale; slug: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const region = await loadRegion((await params).slug)
  const t = await getTranslations('regions')
  return { title: t('pageTitle', { name: region.name, kind: t(`kind.${region.type}`) }) }
}

export default async function RegionPage({ params }: Props) {
  const { locale, slug } = await params
  const region = await loadRegion(slug)
  const [t, calls, adoptions, nav, { total, measured }, topic] = await Promise.all([
    getTranslations('regions'),
    getTranslations('calls'),
    getTranslations('adoptions'),
    getTranslations('ui.nav'),
    loadTagged('region', slug, 'best'),
    loadTopic('region', slug),
  ])
  return (
    <Page>
      <Breadcrumbs items={[{ label: nav('regions'), href: '/regions' }, { label: region.name }]} />
      <RegionHeader region={region} total={total} measured={measured} slug={slug} />
      <Section id="initiatieven" title={t('initiatives', { total, name: region.name })}>
        <TaggedInitiatives
          facet="region"
          slug={slug}
          locale={locale}
          empty={{ title: t('none', { name: region.name }), why: t('noneWhy') }}
        />
      </Section>
      {total > 0 ? <RegionGroups topic={topic} slug={slug} /> : null}
      <RegionPeople region={region} />
      <Section id="overnames" title={adoptions('region')}>
        <AdoptionsIn region={region} />
      </Section>
      <Section id="nagevolgd" title={adoptions('regionFrom', { name: region.name })}>
        <AdoptionsFrom region={region} />
      </Section>
      <ObstaclesFor region={region} />
      <Section
        id="oproepen"
        title={calls('region.title', { region: region.name })}
        lead={calls('region.lead')}
      >
        <RegionCalls region={{ id: region.id, slug, name: region.name }} />
      </Section>
      <RegionLearning region={region} slug={slug} />
      <Section id="beleid" title={t('policy')}>
        <RegionGoals regionId={region.id} locale={locale} />
      </Section>
      <RegionContext slug={slug} locale={locale} />
      <Section id="ligging" title={t('surroundings')}>
        <RegionSurroundings region={region} />
      </Section>
    </Page>
  )
}

function RegionLinks({ slug, region }: { slug: string; region: RegionView }) {
  const chains = useTranslations('chains')
  const peers = useTranslations('peers')
  return (
    <p className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3">
      <ButtonLink
        variant="secondary"
        href={{ pathname: '/regions/[slug]/monitor', params: { slug } }}
      >
        {chains('toMonitor')}
      </ButtonLink>
      {COMPARED.some((type) => type === region.type) ? (
        <TextLink
          href={{ pathname: '/regions/[slug]/compare', params: { slug } }}
          className="inline-flex min-h-11 items-center"
        >
          {peers('link.compare')}
        </TextLink>
      ) : null}
    </p>
  )
}

interface RegionHeaderProps {
  region: RegionView
  total: number
  measured: number
  slug: string
}

function RegionHeader({ region, total, measured, slug }: RegionHeaderProps) {
  const t = useTranslations('regions')
  return (
    <PageHeader
      kicker={t(`kind.${region.type}`)}
      title={region.name}
      lead={t('state', { total, measured })}
    >
      <RegionSuccession region={region} />
      <RegionLinks slug={slug} region={region} />
      {region.note === null ? null : (
        <p className="mt-3 max-w-measure text-sm text-muted">{region.note}</p>
      )}
      <div className="mt-6 print:hidden">
        <FollowButton
          type="region"
          slug={slug}
          back={{ pathname: '/regions/[slug]', params: { slug } }}
        />
      </div>
    </PageHeader>
  )
}
