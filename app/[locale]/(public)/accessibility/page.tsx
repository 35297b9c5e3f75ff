import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page, PageHeader, Prose } from '@/components/base/ui/layout'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('statements.accessibility')
  return { title: t('title'), description: t('lead') }
}

export default async function AccessibilityPage() {
  const t = await getTranslations('statements.accessibility')
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Prose>
        <h2>{t('status')}</h2>
        <p>{t('statusText')}</p>
        <h2>{t('done')}</h2>
        <ul>
          <li>{t('done1')}</li>
          <li>{t('done2')}</li>
          <li>{t('done3')}</li>
          <li>{t('done4')}</li>
        </ul>
        <h2>{t('known')}</h2>
        <ul>
          <li>{t('known1')}</li>
          <li>{t('known2')}</li>
        </ul>
        <h2>{t('feedback')}</h2>
        <p>{t('feedbackText')}</p>
      </Prose>
    </Page>
  )
}
