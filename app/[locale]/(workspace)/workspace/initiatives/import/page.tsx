import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { buttonClass } from '@/components/base/ui/button'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { EmptyState, Notice } from '@/components/base/ui/notice'
import { ImportList } from '@/components/knowledge/initiative-imports/import-list'
import { StartForm } from '@/components/knowledge/initiative-imports/start-form'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { firstValue } from '@/lib/base/http/parameters'
import { loadImportStart } from '@/lib/knowledge/initiative-imports/loaders'
import { messages } from '@/messages'

const TEMPLATE = '/api/werkplek/initiatieven/sjabloon'

interface Props {
  params: Promise<{ locale: Locale }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('initiativeImports')
  return { title: t('title') }
}

export default async function ImportInitiativesPage({ params, searchParams }: Props) {
  const [{ locale }, { fout }] = await Promise.all([params, searchParams])
  const { choices, mayAll, imports, problem } = await loadImportStart(
    getPathname({ href: '/workspace/initiatives/import', locale }),
    firstValue(fout),
  )
  const [t, workspace] = await Promise.all([
    getTranslations('initiativeImports'),
    getTranslations('workspace'),
  ])
  const may = mayAll || choices.length > 0
  const { ui, forms, errors, initiativeImports } = messages[locale]
  return (
    <Page>
      <Breadcrumbs
        items={[{ label: workspace('title'), href: '/workspace' }, { label: t('title') }]}
      />
      <PageHeader title={t('title')} lead={may ? t('lead') : undefined}>
        {problem ? (
          <Notice tone="error" title={t('refused')} live className="mt-6 max-w-measure">
            {t(`problem_${problem}`)}
          </Notice>
        ) : null}
      </PageHeader>
      {may ? (
        <NextIntlClientProvider messages={{ ui, forms, errors, initiativeImports }}>
          <Section id="sjabloon" title={t('templateTitle')} lead={t('templateWhy')}>
            <a href={TEMPLATE} className={buttonClass('secondary')}>
              {t('template')}
            </a>
          </Section>
          <Section id="bestand" title={t('fileTitle')}>
            <StartForm organisations={choices} mayAll={mayAll} />
          </Section>
          <Section id="eerdere" title={t('earlier')}>
            <ImportList imports={imports} />
          </Section>
        </NextIntlClientProvider>
      ) : (
        <EmptyState title={t('noRight')}>{t('noRightWhy')}</EmptyState>
      )}
    </Page>
  )
}
