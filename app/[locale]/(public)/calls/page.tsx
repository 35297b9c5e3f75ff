import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CallList } from '@/components/exchange/calls/call-list'
import { ReportedCalls } from '@/components/exchange/calls/call-moderation'
import { PostCallButton } from '@/components/exchange/calls/post-call-button'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { loadCallRight, loadCalls } from '@/lib/exchange/calls/loaders'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('calls')
  return { title: t('title'), description: t('lead') }
}

export default async function CallsPage() {
  const [t, exchange, calls, editor] = await Promise.all([
    getTranslations('calls'),
    getTranslations('exchange'),
    loadCalls(),
    loadCallRight(),
  ])
  const open = calls.filter(({ status }) => status === 'open')
  const ended = calls.filter(({ status }) => status !== 'open')
  return (
    <Page>
      <Breadcrumbs
        items={[{ label: exchange('title'), href: '/exchange' }, { label: t('title') }]}
      />
      <PageHeader kicker={t('title')} title={t('count', { open: open.length })} lead={t('lead')}>
        <p className="mt-6">
          <PostCallButton editor={editor} />
        </p>
      </PageHeader>
      <ReportedCalls reports={editor.reports} />
      {calls.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneWhy')}</EmptyState>
      ) : (
        <Section id="open" title={t('openTitle')}>
          {open.length === 0 ? (
            <EmptyState title={t('openNone')}>{t('openNoneWhy')}</EmptyState>
          ) : (
            <CallList calls={open} />
          )}
        </Section>
      )}
      {ended.length > 0 ? (
        <Section id="eerder" title={t('endedTitle')}>
          <CallList calls={ended} />
        </Section>
      ) : null}
    </Page>
  )
}
