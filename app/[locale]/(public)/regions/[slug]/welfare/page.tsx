import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FileLinks } from '@/components/monitor/overview/file-links'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { TextLink } from '@/components/base/ui/text'
import { HourFlows, RegionBalance } from '@/components/monitor/welfare/balance'
import { WelfareSection } from '@/components/monitor/welfare/welfare-section'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadRegion } from '@/lib/base/regions/loaders'
import { loadWelfare } from '@/lib/monitor/welfare/loaders'

interface Props {
  params: Promise<{ locale: Locale; slug: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [region, t] = await Promise.all([
    loadRegion((await params).slug),
    getTranslations('welfare'),
  ])
  return { title: t('title', { region: region.name }), description: t('lead') }
}

export default async function WelfarePage({ params }: Props) {
  const { locale, slug } = await params
  const [t, nav, welfare] = await Promise.all([
    getTranslations('welfare'),
    getTranslations('ui.nav'),
    loadWelfare(slug),
  ])
  const { region, lines, shown, through, balance } = welfare

  const picture = {
    about: region.name,
    page: getPathname({ href: { pathname: '/regions/[slug]/welfare', params: { slug } }, locale }),
  }
  const file = getPathname({
    href: { pathname: '/regions/[slug]/welfare/file', params: { slug } },
    locale,
  })
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: nav('regions'), href: '/regions' },
          { label: region.name, href: { pathname: '/regions/[slug]', params: { slug } } },
          { label: t('crumb') },
        ]}
      />
      <PageHeader title={t('heading', { region: region.name })} lead={t('lead')}>
        <p className="mt-4 print:hidden">
          <TextLink
            href={{ pathname: '/regions/[slug]/monitor', params: { slug } }}
            className="inline-flex min-h-11 items-center"
          >
            {t('toMonitor')}
          </TextLink>
        </p>
      </PageHeader>
      <WelfareSection
        through={through}
        welfare={welfare}
        picture={picture}
        file={file}
        shown={shown}
        lines={lines}
      />
      <Section id="gevolgen" title={t('balance')} lead={t('balanceLead')}>
        <RegionBalance welfare={welfare} />
        {balance.rows.length === 0 ? null : (
          <FileLinks address={file} parameters={new URLSearchParams()} />
        )}
      </Section>
      {balance.total === 0 ? null : (
        <Section id="uren" title={t('flows')}>
          <HourFlows welfare={welfare} picture={picture} />
        </Section>
      )}
    </Page>
  )
}
