import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { ButtonLink } from '@/components/base/ui/button'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { RoundMeasures, RoundSteps } from '@/components/monitor/rounds/round-progress'
import { reviewYear } from '@/lib/monitor/chains/loaders'
import { loadRoundProgress } from '@/lib/monitor/rounds/loaders'

interface Props {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

async function load({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams])
  const year = reviewYear(query.jaar)
  return { slug, year, ...(await loadRoundProgress(slug, year)) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ region, year }, t] = await Promise.all([load(props), getTranslations('rounds')])
  return { title: t('title', { region: region.name, year }) }
}

export default async function RoundPage(props: Props) {
  const { slug, year, region, round, steps, measures, mayEdit } = await load(props)
  const [t, chains, regions] = await Promise.all([
    getTranslations('rounds'),
    getTranslations('chains'),
    getTranslations('regions'),
  ])
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: regions('title'), href: '/regions' },
          { label: region.name, href: { pathname: '/regions/[slug]', params: { slug } } },
          {
            label: chains('kicker', { year }),
            href: {
              pathname: '/regions/[slug]/monitor',
              params: { slug },
              query: { jaar: year },
            },
          },
          { label: t('link', { year }) },
        ]}
      />
      <PageHeader title={t('title', { region: region.name, year })} lead={t('lead')}>
        {mayEdit ? (
          <p className="mt-6">
            <ButtonLink
              variant="secondary"
              href={{
                pathname: '/workspace/regions/[slug]/round',
                params: { slug },
                query: { jaar: year },
              }}
            >
              {t('editLink')}
            </ButtonLink>
          </p>
        ) : null}
      </PageHeader>
      <Section id="dagen" title={t('days')}>
        {round === null ? (
          <EmptyState title={t('none', { year })}>{t('noneWhy')}</EmptyState>
        ) : (
          <RoundSteps steps={steps} council={round.days.council} />
        )}
      </Section>
      <Section id="maatregelen" title={t('measures')}>
        <RoundMeasures measures={measures} year={year} />
      </Section>
    </Page>
  )
}
