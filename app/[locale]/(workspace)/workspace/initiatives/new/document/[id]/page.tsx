import type { Metadata } from 'next'
import { NextIntlClientProvider, useTranslations } from 'next-intl'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { ButtonLink } from '@/components/base/ui/button'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { ProposalsForm } from '@/components/knowledge/documents/proposals-form'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadReading } from '@/lib/knowledge/documents/loaders'
import { messages } from '@/messages'

interface Props {
  params: Promise<{ locale: Locale; id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('documents')
  return { title: t('proposalsTitle') }
}

function Gone() {
  const t = useTranslations('documents')
  return (
    <>
      <PageHeader title={t('proposalsTitle')} />
      <EmptyState
        title={t('gone')}
        action={<ButtonLink href="/workspace/initiatives/new/document">{t('again')}</ButtonLink>}
      >
        {t('goneWhy')}
      </EmptyState>
    </>
  )
}

export default async function ProposalsPage({ params }: Props) {
  const { locale, id } = await params
  const { reading, organisations } = await loadReading(
    id,
    getPathname({
      href: { pathname: '/workspace/initiatives/new/document/[id]', params: { id } },
      locale,
    }),
  )
  const [t, editingText, workspace, format] = await Promise.all([
    getTranslations('documents'),
    getTranslations('editing'),
    getTranslations('workspace'),
    getFormatter(),
  ])
  const { ui, forms, errors, editing, documents } = messages[locale]
  const [first, ...others] = organisations
  const isIdea = reading?.proposals.some(({ rule }) => rule === 'typed') ?? false
  return (
    <Page className="pb-12">
      <Breadcrumbs
        items={[
          { label: workspace('title'), href: '/workspace' },
          { label: editingText('newTitle'), href: '/workspace/initiatives/new' },
          { label: t('proposalsTitle') },
        ]}
      />
      {reading && first ? (
        <>
          <PageHeader
            title={t(isIdea ? 'proposalsTitleIdea' : 'proposalsTitle')}
            lead={t('proposalsLead', { count: reading.proposals.length })}
          >
            <p className="mt-3 max-w-measure text-sm text-muted">
              {reading.source === '' ? null : `${t('fromFile', { name: reading.source })}. `}
              {t('keptUntil', {
                moment: format.dateTime(reading.expiresAt, {
                  weekday: 'long',
                  hour: 'numeric',
                  minute: '2-digit',
                }),
              })}
            </p>
          </PageHeader>
          <NextIntlClientProvider messages={{ ui, forms, errors, editing, documents }}>
            <ProposalsForm reading={reading} organisations={[first, ...others]} locale={locale} />
          </NextIntlClientProvider>
        </>
      ) : (
        <Gone />
      )}
    </Page>
  )
}
