import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { EnquiryList } from '@/components/exchange/enquiries/enquiry-list'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { getPathname } from '@/i18n/navigation'
import { loadEnquiries } from '@/lib/exchange/enquiries/loaders'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('enquiries.inbox')
  return { title: t('title') }
}

export default async function EnquiriesPage() {
  const path = getPathname({ href: '/workspace/enquiries', locale: await getLocale() })
  const [t, workspace, enquiries] = await Promise.all([
    getTranslations('enquiries.inbox'),
    getTranslations('workspace'),
    loadEnquiries(path),
  ])
  return (
    <Page>
      <Breadcrumbs
        items={[{ label: workspace('title'), href: '/workspace' }, { label: t('title') }]}
      />
      <PageHeader title={t('title')} lead={t('lead')} />
      {enquiries.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneWhy')}</EmptyState>
      ) : (
        <EnquiryList enquiries={enquiries} />
      )}
    </Page>
  )
}
