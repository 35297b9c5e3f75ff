import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MeasurementPageView } from '@/components/judgement/measurements/measurement-page'
import { MeasurementNotices } from '@/components/judgement/measurements/measurement-notices'
import { ReplyForm } from '@/components/judgement/measurements/reply-form'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { getSettings } from '@/lib/base/settings/loaders'
import { siteName } from '@/lib/base/settings/rules'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { origin } from '@/lib/base/runtime/env'
import { loadMeasurement, loadReplyTarget } from '@/lib/judgement/measurements/loaders'
import { citationLine } from '@/lib/judgement/measurements/citation.rules'

interface Props {
  params: Promise<{ locale: Locale; slug: string; id: string }>
}

async function load(params: Props['params']) {
  const { slug, id } = await params
  return loadMeasurement(slug, id)
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ slug, title, indicator, measurement, closure, replacedBy }, t, { locale }] =
    await Promise.all([load(params), getTranslations('indicators.onePage'), params])
  if (closure?.kind === 'withdrawn') return { title, robots: { index: false } }
  return {
    title: t('title', { label: indicator.label }),
    ...((closure !== null || replacedBy !== null) && { robots: { index: false } }),
    alternates: {
      canonical: getPathname({
        href: {
          pathname: '/initiatives/[slug]/measurements/[id]',
          params: { slug, id: measurement.id },
        },
        locale,
      }),
    },
  }
}

export default async function MeasurementRoute({ params }: Props) {
  const page = await load(params)
  const [t, nav] = await Promise.all([
    getTranslations('indicators.onePage'),
    getTranslations('ui.nav'),
  ])
  const { slug, title, organisationName, indicator, measurement, closure } = page
  if (closure?.kind === 'withdrawn')
    return (
      <Page>
        <PageHeader title={title} />
        <Notice tone="attention" title={t('withdrawn')} className="max-w-measure">
          {closure.reason}
        </Notice>
      </Page>
    )
  const [settings, target] = await Promise.all([getSettings(), loadReplyTarget(measurement.id)])
  const citation = citationLine(page, {
    site: siteName(settings),
    origin,
    readOn: todayInNetherlands(new Date()),
  })
  const initiative = { pathname: '/initiatives/[slug]', params: { slug } } as const
  return (
    <Page className="pb-12">
      <Breadcrumbs
        items={[
          { label: nav('initiatives'), href: '/initiatives' },
          { label: title, href: initiative },
          { label: t('breadcrumb') },
        ]}
      />
      <PageHeader kicker={t('kicker')} title={indicator.label}>
        <p className="mt-4">
          {t.rich('of', {
            title,
            organisation: organisationName,
            link: (text) => <TextLink href={initiative}>{text}</TextLink>,
          })}
        </p>
        <MeasurementNotices page={page} />
      </PageHeader>
      <MeasurementPageView
        page={page}
        citation={citation}
        json={`/api/v1/initiatieven/${slug}/metingen/${measurement.id}`}
        reply={target && <ReplyForm target={target} />}
      />
    </Page>
  )
}
