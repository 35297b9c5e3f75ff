import { loadMeasurementWork } from '@/lib/judgement/measurements/loaders'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EvidencePanel } from '@/components/knowledge/evidence/evidence-panel'
import { StrongestFinding } from '@/components/judgement/measurements/finding'
import { IndicatorResults } from '@/components/judgement/measurements/indicator-results'
import { IndicatorSection } from '@/components/judgement/measurements/indicator-section'
import { MeasurementSection } from '@/components/judgement/measurements/measurement-section'
import { ChangeLinks } from '@/components/judgement/measurements/change-links'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { EditorLinks } from '@/components/site/workspace/editor-links'
import { loadEvidence } from '@/lib/knowledge/evidence/loaders'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'

interface Props {
  params: Promise<{ locale: Locale; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

async function load(params: Props['params']) {
  const { locale, id } = await params
  return {
    locale,
    ...(await loadMeasurementWork(
      id,
      getPathname({
        href: { pathname: '/workspace/initiatives/[id]/measurements', params: { id } },
        locale,
      }),
    )),
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ target }, t] = await Promise.all([load(params), getTranslations('indicators.edit')])
  return { title: t('title', { title: target.title }) }
}

export default async function MeasurementsPage({ params, searchParams }: Props) {
  const [{ locale, target, indicators, ...choices }, query] = await Promise.all([
    load(params),
    searchParams,
  ])
  const [t, workspace, evidence] = await Promise.all([
    getTranslations('indicators.edit'),
    getTranslations('workspace'),
    getTranslations('evidence'),
  ])
  const { initiativeId } = target
  const publicSlug = target.isPublished ? target.slug : undefined
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: workspace('title'), href: '/workspace' },
          { label: target.title },
          { label: workspace('measurements') },
        ]}
      />
      <PageHeader title={t('title', { title: target.title })} lead={t('lead')}>
        <EditorLinks
          target={target}
          other="/workspace/initiatives/[id]/policy"
          labels={{ other: t('toPolicy'), page: t('toPage') }}
        />
      </PageHeader>
      {indicators.length === 0 ? <EmptyState title={t('none')}>{t('noneWhy')}</EmptyState> : null}
      {indicators.map((indicator) => (
        <div key={indicator.id}>
          <IndicatorResults indicator={indicator} slug={publicSlug} />
          <ChangeLinks initiativeId={initiativeId} indicator={indicator} />
        </div>
      ))}
      <MeasurementSection
        initiativeId={initiativeId}
        indicators={indicators}
        correcting={query.meting}
        evidence={await loadEvidence(initiativeId)}
      />
      <IndicatorSection
        initiativeId={initiativeId}
        indicators={indicators}
        choices={choices}
        chosen={query.indicator}
        locale={locale}
      />
      {target.isPublished ? (
        <Section id="bewijs" title={evidence('title')}>
          <EvidencePanel
            initiativeId={initiativeId}
            locale={locale}
            finding={<StrongestFinding initiativeId={initiativeId} locale={locale} />}
          />
        </Section>
      ) : null}
    </Page>
  )
}
