import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { OutboxList } from '@/components/people/messages/outbox-list'
import { StatusFilter } from '@/components/people/messages/status-filter'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { EmptyState, Notice } from '@/components/base/ui/notice'
import { getPathname, Link } from '@/i18n/navigation'
import { loadOutbox } from '@/lib/people/messages/loaders'

interface Props {
  searchParams: Promise<{ status?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('messages.outbox')
  return { title: t('title') }
}

export default async function OutboxPage({ searchParams }: Props) {
  const { status } = await searchParams
  const path = getPathname({ href: '/workspace/admin/mail', locale: await getLocale() })
  const [t, workspace, { mails, counts, chosen, inDoubt, hasServer }] = await Promise.all([
    getTranslations('messages.outbox'),
    getTranslations('workspace'),
    loadOutbox(typeof status === 'string' ? status : undefined, path),
  ])
  return (
    <Page>
      <Breadcrumbs
        items={[{ label: workspace('title'), href: '/workspace' }, { label: t('title') }]}
      />
      <PageHeader title={t('title')} lead={t('lead')}>
        <p className="mt-4 max-w-measure text-sm text-muted">{t('readWhy')}</p>
      </PageHeader>
      {hasServer ? null : (
        <Notice tone="attention" title={t('noServer')} className="mb-6 max-w-4xl">
          {t('noServerWhy')}
        </Notice>
      )}
      {inDoubt === 0 || chosen === 'doubt' ? null : (
        <Notice
          tone="attention"
          title={t('doubtNote', { count: inDoubt })}
          className="mb-6 max-w-4xl"
        >
          <p>{t('doubtNoteWhy')}</p>
          <Link
            href={{ pathname: '/workspace/admin/mail', query: { status: 'doubt' } }}
            className="inline-flex min-h-11 items-center"
          >
            {t('doubtShow')}
          </Link>
        </Notice>
      )}
      {counts.length === 0 ? null : <StatusFilter chosen={chosen} counts={counts} />}
      {mails.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneWhy')}</EmptyState>
      ) : (
        <OutboxList mails={mails} />
      )}
    </Page>
  )
}
