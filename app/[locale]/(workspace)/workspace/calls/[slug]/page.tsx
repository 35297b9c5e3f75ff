import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CallEditor } from '@/components/exchange/calls/call-editor'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadCallToEdit } from '@/lib/exchange/calls/loaders'

interface Props {
  params: Promise<{ locale: Locale; slug: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('calls.form')
  return { title: t('editTitle') }
}

export default async function EditCallPage({ params }: Props) {
  const { locale, slug } = await params
  const { call, regions } = await loadCallToEdit(
    slug,
    getPathname({ href: { pathname: '/workspace/calls/[slug]', params: { slug } }, locale }),
  )
  const [t, calls] = await Promise.all([getTranslations('calls.form'), getTranslations('calls')])
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: calls('title'), href: '/calls' },
          { label: call.title, href: { pathname: '/calls/[slug]', params: { slug } } },
          { label: t('editTitle') },
        ]}
      />
      <PageHeader title={t('editTitle')} />
      <CallEditor call={call} regions={regions} />
    </Page>
  )
}
