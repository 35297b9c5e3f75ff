import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { ButtonLink } from '@/components/base/ui/button'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { PortraitArticle } from '@/components/site/portraits/portrait'
import { portraitText } from '@/components/site/portraits/portrait-text'
import { TakeAlong } from '@/components/site/portraits/take-along'
import type { Locale } from '@/i18n/routing'
import { loadPortraits } from '@/lib/site/portraits/loaders'

interface Props {
  params: Promise<{ locale: Locale }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [t, portraits] = await Promise.all([
    getTranslations('portraits'),
    searchParams.then(({ i }) => loadPortraits(i)),
  ])
  const titles = portraits.map(({ compared }) => compared.initiative.title).join(', ')
  return { title: titles === '' ? t('metaTitle') : titles, robots: { index: false } }
}

export default async function PortraitsPage({ params, searchParams }: Props) {
  const [{ locale }, { i }] = await Promise.all([params, searchParams])
  const [t, nav, portraits] = await Promise.all([
    getTranslations('portraits'),
    getTranslations('ui.nav'),
    loadPortraits(i),
  ])
  const texts = await Promise.all(portraits.map((portrait) => portraitText(portrait, locale)))
  const title = texts.length === 0 ? t('metaTitle') : t('title', { count: texts.length })
  return (
    <Page className="portraits-page">
      <div className="print:hidden">
        <Breadcrumbs
          items={[{ label: nav('initiatives'), href: '/initiatives' }, { label: title }]}
        />
        <PageHeader
          title={title}
          lead={texts.length === 0 ? undefined : t('lead', { count: texts.length })}
        >
          {texts.length === 0 ? null : (
            <TakeAlong locale={locale} slugs={texts.map(({ slug }) => slug)} title={title} />
          )}
        </PageHeader>
      </div>
      {texts.length === 0 ? (
        <EmptyState
          title={t('none')}
          action={
            <ButtonLink href="/initiatives" variant="secondary">
              {t('toList')}
            </ButtonLink>
          }
        >
          {t('noneWhy')}
        </EmptyState>
      ) : null}
      {texts.map((portrait) => (
        <PortraitArticle key={portrait.slug} portrait={portrait} />
      ))}
    </Page>
  )
}
