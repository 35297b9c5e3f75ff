import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { RequestList } from '@/components/people/access-requests/request-list'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { getPathname } from '@/i18n/navigation'
import { loadRequests } from '@/lib/people/access-requests/loaders'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accessRequests.list')
  return { title: t('title') }
}

export default async function RequestsPage() {
  const path = getPathname({ href: '/workspace/admin/requests', locale: await getLocale() })
  const [t, admin, workspace, { requests, organisations }] = await Promise.all([
    getTranslations('accessRequests.list'),
    getTranslations('administration'),
    getTranslations('workspace'),
    loadRequests(path),
  ])
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: workspace('title'), href: '/workspace' },
          { label: admin('title'), href: '/workspace/admin' },
          { label: t('title') },
        ]}
      />
      <PageHeader title={t('title')} lead={t('lead')} />
      {requests.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneWhy')}</EmptyState>
      ) : (
        <RequestList requests={requests} organisations={organisations} />
      )}
    </Page>
  )
}
