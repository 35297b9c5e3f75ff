import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { AdoptionList } from '@/components/exchange/adoptions/adoption-list'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import { getPathname } from '@/i18n/navigation'
import { loadAdoptionWork } from '@/lib/exchange/adoptions/loaders'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adoptions')
  return { title: t('title') }
}

export default async function AdoptionsPage() {
  const { own, asked } = await loadAdoptionWork(
    getPathname({ href: '/workspace/adoptions', locale: await getLocale() }),
  )
  const [t, workspace] = await Promise.all([
    getTranslations('adoptions'),
    getTranslations('workspace'),
  ])
  return (
    <Page>
      <Breadcrumbs
        items={[{ label: workspace('title'), href: '/workspace' }, { label: t('title') }]}
      />
      <PageHeader title={t('title')} lead={t('lead')} />
      <Section id="eigen" title={t('list.own')}>
        {own.length === 0 ? (
          <EmptyState
            title={t('list.ownNone')}
            action={<TextLink href="/initiatives">{t('list.find')}</TextLink>}
          >
            {t('list.ownNoneWhy')}
          </EmptyState>
        ) : (
          <AdoptionList rows={own} side="own" />
        )}
      </Section>
      <Section id="gevraagd" title={t('list.asked')}>
        {asked.length === 0 ? (
          <EmptyState title={t('list.askedNone')}>{t('list.askedNoneWhy')}</EmptyState>
        ) : (
          <AdoptionList rows={asked} side="asked" />
        )}
      </Section>
    </Page>
  )
}
