import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { ButtonLink } from '@/components/base/ui/button'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { RoundForm } from '@/components/monitor/rounds/round-form'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { reviewYear } from '@/lib/monitor/chains/loaders'
import { loadRoundWork } from '@/lib/monitor/rounds/loaders'

interface Props {
  params: Promise<{ locale: Locale; slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

async function load({ params, searchParams }: Props) {
  const [{ locale, slug }, query] = await Promise.all([params, searchParams])
  const year = reviewYear(query.jaar)
  const returnTo = getPathname({
    href: {
      pathname: '/workspace/regions/[slug]/round',
      params: { slug },
      query: { jaar: year },
    },
    locale,
  })
  return { slug, year, ...(await loadRoundWork(slug, year, returnTo)) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ region, year }, t] = await Promise.all([load(props), getTranslations('rounds.edit')])
  return { title: t('title', { region: region.name, year }) }
}

export default async function RoundEditorPage(props: Props) {
  const { slug, year, region, isProposal, ...round } = await load(props)
  const [t, workspace] = await Promise.all([
    getTranslations('rounds.edit'),
    getTranslations('workspace'),
  ])
  const query = { jaar: year }
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: workspace('title'), href: '/workspace' },
          {
            label: region.name,
            href: { pathname: '/workspace/regions/[slug]', params: { slug }, query },
          },
          { label: t('title', { region: region.name, year }) },
        ]}
      />
      <PageHeader title={t('title', { region: region.name, year })} lead={t('lead')}>
        <p className="mt-6 flex flex-wrap gap-4">
          <ButtonLink
            variant="secondary"
            href={{ pathname: '/regions/[slug]/monitor/round', params: { slug }, query }}
          >
            {t('toPage')}
          </ButtonLink>
          <ButtonLink
            variant="secondary"
            href={{ pathname: '/workspace/regions/[slug]', params: { slug }, query }}
          >
            {t('toSheet')}
          </ButtonLink>
        </p>
      </PageHeader>
      {isProposal ? <Notice className="mb-6">{t('proposal')}</Notice> : null}
      <RoundForm {...round} regionId={region.id} year={year} />
    </Page>
  )
}
