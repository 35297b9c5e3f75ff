import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ModeratedList } from '@/components/exchange/questions/moderated-list'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { getPathname } from '@/i18n/navigation'
import { loadModeration } from '@/lib/exchange/questions/loaders'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('questions.moderation')
  return { title: t('title') }
}

export default async function ModerationPage() {
  const { reported, hidden } = await loadModeration(
    getPathname({ href: '/workspace/questions', locale: await getLocale() }),
  )
  const [t, workspace] = await Promise.all([
    getTranslations('questions.moderation'),
    getTranslations('workspace'),
  ])
  return (
    <Page>
      <Breadcrumbs
        items={[{ label: workspace('title'), href: '/workspace' }, { label: t('title') }]}
      />
      <PageHeader title={t('title')} lead={t('lead')} />
      <Section id="gemeld" title={t('reported', { count: reported.length })}>
        {reported.length === 0 ? (
          <EmptyState title={t('reportedNone')}>{t('reportedNoneWhy')}</EmptyState>
        ) : (
          <ModeratedList posts={reported} />
        )}
      </Section>
      <Section id="verborgen" title={t('hidden', { count: hidden.length })}>
        {hidden.length === 0 ? (
          <p className="text-muted">{t('hiddenNone')}</p>
        ) : (
          <ModeratedList posts={hidden} />
        )}
      </Section>
    </Page>
  )
}
