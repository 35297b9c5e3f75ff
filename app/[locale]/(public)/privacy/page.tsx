import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page, PageHeader, Prose } from '@/components/base/ui/layout'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('statements.privacy')
  return { title: t('title'), description: t('lead') }
}

const PARTS = ['visitors', 'accounts', 'contact', 'judges', 'rights'] as const

export default async function PrivacyPage() {
  const t = await getTranslations('statements.privacy')
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Prose>
        {PARTS.flatMap((part) => [
          <h2 key={part}>{t(part)}</h2>,
          <p key={`${part} text`}>{t(`${part}Text`)}</p>,
        ])}
      </Prose>
    </Page>
  )
}
