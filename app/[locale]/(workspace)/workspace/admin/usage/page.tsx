import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { UsageMonths, UsageOfMonth } from '@/components/site/usage/usage-figures'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { getPathname } from '@/i18n/navigation'
import { loadUsage } from '@/lib/site/usage/loaders'

interface Props {
  searchParams: Promise<{ maand?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('usage')
  return { title: t('title') }
}

export default async function UsagePage({ searchParams }: Props) {
  const path = getPathname({ href: '/workspace/admin/usage', locale: await getLocale() })
  const [t, workspace, administration, { months, ...ofMonth }] = await Promise.all([
    getTranslations('usage'),
    getTranslations('workspace'),
    getTranslations('administration'),
    loadUsage((await searchParams).maand, path),
  ])
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: workspace('title'), href: '/workspace' },
          { label: administration('title'), href: '/workspace/admin' },
          { label: t('title') },
        ]}
      />
      <PageHeader title={t('title')} lead={t('lead')} />
      <UsageMonths months={months} />
      <UsageOfMonth months={months} {...ofMonth} />
    </Page>
  )
}
