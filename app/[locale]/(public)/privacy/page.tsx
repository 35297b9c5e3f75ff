import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { StatementContact } from '@/components/site/settings/statement-contact'
import { Page, PageHeader, Prose } from '@/components/base/ui/layout'
import { getSettings } from '@/lib/base/settings/loaders'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('statements.privacy')
  return { title: t('title'), description: t('lead') }
}

const PARTS = [
  'visitors',
  'counts',
  'accounts',
  'record',
  'contact',
  'writing',
  'judges',
  'rights',
] as const

export default async function PrivacyPage() {
  const [t, { statements, retention }] = await Promise.all([
    getTranslations('statements.privacy'),
    getSettings(),
  ])
  const { contact, privacyOfficer } = statements
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Prose>
        {PARTS.flatMap((part) => [
          <h2 key={part}>{t(part)}</h2>,
          <p key={`${part} text`}>
            {t(`${part}Text`, {
              contact: contact === '' ? 'no' : 'yes',
              days: retention.mailTexts,
              enquiryDays: retention.enquiries,
            })}
          </p>,
        ])}
        {privacyOfficer === '' ? null : <p>{t('responsible', { name: privacyOfficer })}</p>}
        <StatementContact address={contact} />
      </Prose>
    </Page>
  )
}
