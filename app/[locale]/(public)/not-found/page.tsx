import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/base/ui/button'
import { Page, PageHeader } from '@/components/base/ui/layout'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell.notFound')
  return { title: t('title'), robots: { index: false } }
}

/** Missing and forbidden look the same. The server sends this page with status 404. */
export default async function NotFoundPage() {
  const t = await getTranslations('shell.notFound')
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')}>
        <p className="mt-8 flex flex-wrap gap-3">
          <ButtonLink href="/initiatives">{t('search')}</ButtonLink>
          <ButtonLink href="/" variant="secondary">
            {t('home')}
          </ButtonLink>
        </p>
      </PageHeader>
    </Page>
  )
}
