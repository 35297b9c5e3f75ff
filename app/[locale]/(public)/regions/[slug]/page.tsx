import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdoptionsFrom, AdoptionsIn } from '@/components/exchange/adoptions/adoptions-in'
import { RegionPeople } from '@/components/exchange/contacts/region-people'
import { RegionCalls } from '@/components/exchange/calls/region-calls'
import { FollowButton } from '@/components/people/follows/follow-button'
import { GroupLinks } from '@/components/knowledge/topic-pages/group-links'
import { StyleMatrix } from '@/components/knowledge/topic-pages/style-matrix'
import { Together } from '@/components/knowledge/topic-pages/together'
import { ObstaclesFor } from '@/components/exchange/obstacles/obstacles-for'
import { ContextFigures } from '@/components/figures/indicators/context-figures'
import { LearningAgenda } from '@/components/exchange/learning/learning-agenda'
import { RegionGoals } from '@/components/monitor/policies/region-goals'
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
  const [
    t,
    calls,
    peers,
    welfare,
    adoptions,
    learning,
    chains,
    nav,
    topicPages,
    { total, measured },
    topic,
  ] = await Promise.all([
    getTranslations('regions'),
    getTranslations('calls'),
    getTranslations('peers'),
    getTranslations('welfare'),
    getTranslations('adoptions'),
    getTranslations('learning'),
    getTranslations('chains'),
    getTranslations('ui.nav'),
    getTranslations('topicPages'),
    loadTagged('regio', slug),
    loadTopic('regio', slug),
  ])
  return (
    <Page>
      <Breadcrumbs items={[{ label: nav('regions'), href: '/regions' }, { label: region.name }]} />
      <PageHeader
        kicker={t(`kind.${region.type}`)}
        title={region.name}
        lead={t('state', { total, measured })}
      >
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
      <Section id="initiatieven" title={t('initiatives', { total, name: region.name })}>
        <TaggedInitiatives
          facet="regio"
          slug={slug}
          locale={locale}
          empty={{ title: t('none', { name: region.name }), why: t('noneWhy') }}
        />
      </Section>
      {total > 0 ? (
        <>
          <Section
            id="voor-wie"
            title={topicPages('regionGroups')}
            lead={topicPages('regionGroupsLead')}
          >
            <Together topic={topic} facet="regio" slug={slug} />
            {topic.unservedGroups.length > 0 ? (
              <div className="mt-8 border-l-4 border-clay pl-5">
                <h3>{topicPages('unserved', { count: topic.unservedGroups.length })}</h3>
                <div className="mt-2">
                  <GroupLinks groups={topic.unservedGroups} />
                </div>
              </div>
            ) : null}
          </Section>
          <Section id="aanpak" title={topicPages('matrix')} lead={topicPages('matrixLead')}>
            <StyleMatrix matrix={topic.matrix} facet="regio" slug={slug} />
          </Section>
        </>
      ) : null}
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
      <Section
        id="leeragenda"
        title={learning('title', { region: region.name })}
        lead={learning('lead')}
      >
        <LearningAgenda region={{ id: region.id, slug, name: region.name }} />
        <p className="mt-6">
          <TextLink
            href={{ pathname: '/lessons', query: { regio: slug } }}
            prefetch={false}
            className="inline-flex min-h-11 items-center"
          >
            {learning('toLessons', { region: region.name })}
          </TextLink>
        </p>
      </Section>
      <Section id="beleid" title={t('policy')}>
        <RegionGoals regionId={region.id} locale={locale} />
      </Section>
      <Section id="cijfers" title={t('figures')} lead={t('figuresLead')}>
        <p className="mb-6">
          <TextLink
            href={{ pathname: '/regions/[slug]/welfare', params: { slug } }}
            className="inline-flex min-h-11 items-center"
          >
            {welfare('link')}
          </TextLink>
        </p>
        <ContextFigures regionSlug={slug} locale={locale} />
      </Section>
      <Section id="ligging" title={t('surroundings')}>
        <RegionSurroundings region={region} />
      </Section>
    </Page>
  )
}
