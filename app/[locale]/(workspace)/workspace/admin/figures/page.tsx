import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { FileUpload } from '@/components/figures/datasets/file-upload'
import { ActForm } from '@/components/base/forms/act-form'
import { ProblemText } from '@/components/figures/imports/problem-text'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { ButtonLink } from '@/components/base/ui/button'
import { DataTable } from '@/components/base/ui/data-table'
import { Page, PageHeader, Row, Section } from '@/components/base/ui/layout'
import { EmptyState, Notice } from '@/components/base/ui/notice'
import { getPathname, Link } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { fetchTableAction } from '@/lib/figures/imports/actions'
import { loadImports } from '@/lib/figures/imports/loaders'
import { firstValue } from '@/lib/base/http/parameters'

interface Props {
  params: Promise<{ locale: Locale }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('statistics.admin')
  return { title: t('title') }
}

export default async function ImportsPage({ params, searchParams }: Props) {
  const [{ locale }, { fout, waar }] = await Promise.all([params, searchParams])
  const { datasets, imports } = await loadImports(
    getPathname({ href: '/workspace/admin/figures', locale }),
  )
  const [t, workspace, format] = await Promise.all([
    getTranslations('statistics.admin'),
    getTranslations('workspace'),
    getFormatter(),
  ])
  return (
    <Page>
      <Breadcrumbs
        items={[{ label: workspace('title'), href: '/workspace' }, { label: t('title') }]}
      />
      <PageHeader title={t('title')} lead={t('lead')}>
        {typeof fout === 'string' ? (
          <Notice tone="error" title={t('stopped')} live className="mt-6 max-w-measure">
            <ProblemText code={fout.slice(0, 40)} detail={firstValue(waar).slice(0, 200)} />
          </Notice>
        ) : null}
      </PageHeader>
      <Section id="bronnen" title={t('datasets')}>
        {datasets.length === 0 ? <EmptyState title={t('none')}>{t('noneWhy')}</EmptyState> : null}
        <ul>
          {datasets.map((dataset) => (
            <Row key={dataset.slug}>
              <h3>{dataset.title}</h3>
              <p className="mt-1 mb-4 text-sm text-muted">{dataset.sourceName}</p>
              {dataset.kind === 'file' ? (
                <FileUpload
                  to="/api/werkplek/cijfers"
                  dataset={dataset.slug}
                  id={`bestand-${dataset.slug}`}
                  label={t('file')}
                  submit={t('check')}
                />
              ) : (
                <ActForm
                  action={fetchTableAction}
                  about={{ dataset: dataset.slug }}
                  label={t('fetch')}
                  pending={t('fetching')}
                  variant="secondary"
                />
              )}
              <p className="mt-4">
                <Link
                  href={{
                    pathname: '/workspace/admin/figures/sources/[slug]',
                    params: { slug: dataset.slug },
                  }}
                  className="inline-flex min-h-11 items-center"
                >
                  {t('change')}
                  <span className="sr-only">: {dataset.title}</span>
                </Link>
              </p>
            </Row>
          ))}
        </ul>
        <p className="mt-6">
          <ButtonLink
            href="/workspace/admin/figures/new"
            variant={datasets.length === 0 ? 'primary' : 'secondary'}
          >
            {t('new')}
          </ButtonLink>
        </p>
      </Section>
      <Section id="keren" title={t('imports')}>
        {imports.length === 0 ? (
          <p className="text-muted">{t('importsNone')}</p>
        ) : (
          <DataTable
            caption={t('imports')}
            captionHidden
            rows={imports}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'when',
                header: t('started'),
                cell: (row) => (
                  <Link
                    href={{ pathname: '/workspace/admin/figures/[id]', params: { id: row.id } }}
                  >
                    {format.dateTime(row.startedAt, { dateStyle: 'medium', timeStyle: 'short' })}
                  </Link>
                ),
              },
              {
                key: 'what',
                header: t('what'),
                cell: (row) => (
                  <>
                    {row.dataset.title}
                    <span className="block text-xs text-muted">{row.label}</span>
                  </>
                ),
              },
              {
                key: 'status',
                header: t('outcome'),
                cell: (row) => (
                  <>
                    {t(`status.${row.status}`)}
                    <span className="block text-xs text-muted">
                      {row.status === 'reading' ? (
                        t('reading.rows', { read: row.rowsRead })
                      ) : row.problem === null ? (
                        t('counts', {
                          added: row.added,
                          revised: row.revised,
                          unchanged: row.unchanged,
                          withdrawn: row.withdrawn,
                        })
                      ) : (
                        <ProblemText code={row.problem} detail={row.detail} />
                      )}
                    </span>
                  </>
                ),
              },
            ]}
          />
        )}
      </Section>
    </Page>
  )
}
