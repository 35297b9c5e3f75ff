import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ReactionsSection } from '@/components/monitor/chains/reactions-section'
import { ExpectationSection } from '@/components/monitor/chains/expectation-section'
import { YearVerdict } from '@/components/monitor/chains/verdict-list'
import { VerdictSection } from '@/components/monitor/chains/verdict-section'
import { MeasuredLately } from '@/components/monitor/verdicts/measured-lately'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { ButtonLink } from '@/components/base/ui/button'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { yearSchema } from '@/lib/monitor/chains/schema'
import { ContextSection } from '@/components/monitor/verdict-context/context-section'
import { loadVerdictContext } from '@/lib/monitor/verdict-context/loaders'
import { loadVerdictWork } from '@/lib/monitor/verdicts/loaders'

interface Props {
  params: Promise<{ locale: Locale; id: string; year: string }>
}

async function load({ params }: Props) {
  const { locale, id, year: text } = await params
  const year = yearSchema.safeParse(text).data ?? notFound()
  const returnTo = getPathname({
    href: { pathname: '/workspace/measures/[id]/[year]', params: { id, year: String(year) } },
    locale,
  })
  const work = await loadVerdictWork(id, year, returnTo)
  return { year, ...work, context: await loadVerdictContext(work.target, year) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ target, year }, t] = await Promise.all([
    load(props),
    getTranslations('chains.verdictEditor'),
  ])
  return { title: `${t('title', { measure: target.title })} ${year}` }
}

export default async function VerdictEditorPage(props: Props) {
  const { year, target, now, before, serving, context } = await load(props)
  const [t, workspace] = await Promise.all([
    getTranslations('chains.verdictEditor'),
    getTranslations('workspace'),
  ])
  const { measureId } = target
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: workspace('title'), href: '/workspace' },
          {
            label: target.regionName,
            href: {
              pathname: '/workspace/regions/[slug]',
              params: { slug: target.regionSlug },
              query: { jaar: year },
            },
          },
          { label: target.title },
        ]}
      />
      <PageHeader
        title={t('title', { measure: target.title })}
        lead={t('lead', { goal: target.goalTitle, region: target.regionName, year })}
      >
        <p className="mt-6">
          <ButtonLink
            variant="secondary"
            href={{
              pathname: '/workspace/regions/[slug]',
              params: { slug: target.regionSlug },
              query: { jaar: year },
            }}
          >
            {t('toPage')}
          </ButtonLink>
        </p>
      </PageHeader>
      <ExpectationSection now={now} measureId={measureId} year={year} startsOn={target.startsOn} />
      <Section id="gemeten" title={t('measured')} lead={t('measuredLead')}>
        <ContextSection context={context} year={year} />
        {serving.length === 0 ? (
          <p className="max-w-measure text-clay">{t('measuredNone')}</p>
        ) : (
          <MeasuredLately initiatives={serving} />
        )}
      </Section>
      <VerdictSection now={now} measureId={measureId} year={year} />
      <ReactionsSection current={now.current} measureId={measureId} year={year} />
      <Section id="vorig-jaar" title={t('before', { year: year - 1 })}>
        <YearVerdict year={year - 1} of={before} />
      </Section>
    </Page>
  )
}
