import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { StatementContact } from '@/components/site/settings/statement-contact'
import { Page, PageHeader, Prose } from '@/components/base/ui/layout'
import { getSettings } from '@/lib/base/settings/loaders'
import { noonOf } from '@/lib/base/text/calendar'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('statements.accessibility')
  return { title: t('title'), description: t('lead') }
}

export default async function AccessibilityPage() {
  const [t, { statements }] = await Promise.all([
    getTranslations('statements.accessibility'),
    getSettings(),
  ])
  const { contact, accessibility, assessedOn } = statements
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Prose>
        <h2>{t('status')}</h2>
        <p>{t('statusText')}</p>
        <p>
          {t('assessed', {
            assessed: assessedOn === '' ? 'no' : 'yes',
            date: noonOf(assessedOn === '' ? '1970-01-01' : assessedOn),
            state: accessibility,
          })}
        </p>
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
        <p>{t('feedbackText', { contact: contact === '' ? 'no' : 'yes' })}</p>
        <StatementContact address={contact} />
      </Prose>
    </Page>
  )
}
