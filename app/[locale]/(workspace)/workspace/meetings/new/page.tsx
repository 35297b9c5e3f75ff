import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { MeetingForm } from '@/components/exchange/meetings/meeting-form'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { getPathname } from '@/i18n/navigation'
import { loadPlanners } from '@/lib/exchange/meetings/loaders'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('meetings.form')
  return { title: t('newTitle') }
}

export default async function NewMeetingPage() {
  const organisations = await loadPlanners(
    getPathname({ href: '/workspace/meetings/new', locale: await getLocale() }),
  )
  const [t, meetings] = await Promise.all([
    getTranslations('meetings.form'),
    getTranslations('meetings'),
  ])
  return (
    <Page>
      <Breadcrumbs
        items={[{ label: meetings('title'), href: '/meetings' }, { label: t('newTitle') }]}
      />
      <PageHeader title={t('newTitle')} lead={t('newLead')} />
      <MeetingForm organisations={organisations} />
    </Page>
  )
}
