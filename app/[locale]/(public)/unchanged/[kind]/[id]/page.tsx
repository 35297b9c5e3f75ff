import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RecordView } from '@/components/site/ledger/record-view'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { TextLink } from '@/components/base/ui/text'
import { loadRecord } from '@/lib/site/ledger/loaders'

interface Props {
  params: Promise<{ kind: string; id: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { kind, id } = await params
  const [t, { entry }] = await Promise.all([getTranslations('ledger'), loadRecord(kind, id)])
  return {
    title: t('record.title', { what: t(`the.${entry.kind}`) }),
    robots: { index: false },
  }
}

export default async function RecordPage({ params }: Props) {
  const { kind, id } = await params
  const [t, found] = await Promise.all([getTranslations('ledger'), loadRecord(kind, id)])
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: t('title'), href: '/unchanged' },
          { label: t(`kind.${found.entry.kind}`) },
        ]}
      />
      <PageHeader title={t('record.title', { what: t(`the.${found.entry.kind}`) })} />
      <RecordView {...found} />
      <p className="mt-8 mb-10">
        <TextLink href="/unchanged">{t('record.back')}</TextLink>
      </p>
    </Page>
  )
}
