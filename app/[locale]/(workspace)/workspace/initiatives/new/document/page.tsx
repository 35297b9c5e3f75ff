import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { ButtonLink } from '@/components/base/ui/button'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { EmptyState, Notice } from '@/components/base/ui/notice'
import { FileForm, TextForm } from '@/components/knowledge/documents/start-forms'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { firstValue } from '@/lib/base/http/parameters'
import { loadDocumentStart } from '@/lib/knowledge/documents/loaders'
import { messages } from '@/messages'

interface Props {
  params: Promise<{ locale: Locale }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('documents')
  return { title: t('title') }
}

export default async function FromDocumentPage({ params, searchParams }: Props) {
  const [{ locale }, { fout }] = await Promise.all([params, searchParams])
  const { mayRead, problem } = await loadDocumentStart(
    getPathname({ href: '/workspace/initiatives/new/document', locale }),
    firstValue(fout),
  )
  const [t, editing, workspace] = await Promise.all([
    getTranslations('documents'),
    getTranslations('editing'),
    getTranslations('workspace'),
  ])
  const { ui, forms, errors, documents } = messages[locale]
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: workspace('title'), href: '/workspace' },
          { label: editing('newTitle'), href: '/workspace/initiatives/new' },
          { label: t('title') },
        ]}
      />
      <PageHeader title={t('title')} lead={mayRead ? t('lead') : undefined}>
        {problem ? (
          <Notice tone="error" title={t('refused')} live className="mt-6 max-w-measure">
            {t(`problem_${problem}`)}
          </Notice>
        ) : null}
      </PageHeader>
      {mayRead ? (
        <NextIntlClientProvider messages={{ ui, forms, errors, documents }}>
          <Section id="bestand" title={t('fileTitle')}>
            <FileForm />
          </Section>
          <Section id="tekst" title={t('textTitle')}>
            <TextForm />
          </Section>
          <p className="pb-10">
            <ButtonLink href="/workspace/initiatives/new" variant="secondary">
              {t('empty')}
            </ButtonLink>
          </p>
        </NextIntlClientProvider>
      ) : (
        <EmptyState title={t('noRight')}>{t('noRightWhy')}</EmptyState>
      )}
    </Page>
  )
}
