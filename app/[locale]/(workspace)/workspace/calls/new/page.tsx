import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { CallEditor } from '@/components/calls/call-editor'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Page, PageHeader } from '@/components/ui/layout'
import { getPathname } from '@/i18n/navigation'
import { loadPostRegions } from '@/lib/calls/loaders'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('calls.form')
  return { title: t('newTitle') }
}

export default async function NewCallPage() {
  const regions = await loadPostRegions(getPathname({ href: '/workspace/calls/new', locale: await getLocale() }))
  const [t, calls] = await Promise.all([getTranslations('calls.form'), getTranslations('calls')])
  return (
    <Page>
      <Breadcrumbs items={[{ label: calls('title'), href: '/calls' }, { label: t('newTitle') }]} />
      <PageHeader title={t('newTitle')} lead={t('newLead')} />
      <CallEditor regions={regions} />
    </Page>
  )
}
