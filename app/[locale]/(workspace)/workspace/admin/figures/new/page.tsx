import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FileUpload } from '@/components/figures/datasets/file-upload'
import { OpenTableForm } from '@/components/figures/datasets/open-table-form'
import { ProblemText } from '@/components/figures/imports/problem-text'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadNewSource } from '@/lib/figures/datasets/loaders'
import { firstValue } from '@/lib/base/http/parameters'

interface Props {
  params: Promise<{ locale: Locale }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('datasets')
  return { title: t('new') }
}

export default async function NewSourcePage({ params, searchParams }: Props) {
  const [{ locale }, { fout, waar }] = await Promise.all([params, searchParams])
  await loadNewSource(getPathname({ href: '/workspace/admin/figures/new', locale }))
  const [t, admin, workspace] = await Promise.all([
    getTranslations('datasets'),
    getTranslations('statistics.admin'),
    getTranslations('workspace'),
  ])
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: workspace('title'), href: '/workspace' },
          { label: admin('title'), href: '/workspace/admin/figures' },
          { label: t('new') },
        ]}
      />
      <PageHeader title={t('new')} lead={t('newLead')}>
        {typeof fout === 'string' ? (
          <Notice tone="error" title={t('refused')} live className="mt-6 max-w-measure">
            <ProblemText code={fout.slice(0, 40)} detail={firstValue(waar).slice(0, 200)} />
          </Notice>
        ) : null}
      </PageHeader>
      <Section id="bestand" title={t('fromFile')} lead={t('fromFileLead')}>
        <FileUpload
          to="/api/werkplek/cijfers/bron"
          id="nieuw-bestand"
          label={t('file')}
          submit={t('open')}
        />
      </Section>
      <Section id="tabel" title={t('fromTable')} lead={t('fromTableLead')}>
        <OpenTableForm
          labels={{
            table: t('tableCode'),
            hint: t('tableCodeHint'),
            submit: t('openTable'),
            busy: t('openingTable'),
          }}
        />
      </Section>
    </Page>
  )
}
