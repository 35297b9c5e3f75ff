import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { JobList } from '@/components/site/jobs/job-list'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { getPathname } from '@/i18n/navigation'
import { loadJobs } from '@/lib/site/jobs/loaders'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('jobs')
  return { title: t('title') }
}

export default async function JobsPage() {
  const path = getPathname({ href: '/workspace/admin/jobs', locale: await getLocale() })
  const [t, workspace, { jobs, now, runsHere }] = await Promise.all([
    getTranslations('jobs'),
    getTranslations('workspace'),
    loadJobs(path),
  ])
  return (
    <Page>
      <Breadcrumbs
        items={[{ label: workspace('title'), href: '/workspace' }, { label: t('title') }]}
      />
      <PageHeader title={t('title')} lead={t('lead')} />
      {runsHere ? null : (
        <Notice tone="attention" title={t('off')} className="mb-6 max-w-4xl">
          {t('offWhy')}
        </Notice>
      )}
      <JobList jobs={jobs} now={now} />
    </Page>
  )
}
