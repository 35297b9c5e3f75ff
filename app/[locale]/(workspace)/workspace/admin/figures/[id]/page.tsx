import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActForm } from '@/components/base/forms/act-form'
import { ProblemText } from '@/components/figures/imports/problem-text'
import { RunStatus } from '@/components/figures/imports/run-status'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { DataTable } from '@/components/base/ui/data-table'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { getPathname, Link } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { cancelImportAction, saveImportAction } from '@/lib/figures/imports/actions'
import { loadImport } from '@/lib/figures/imports/loaders'
import { UNCHANGED } from '@/lib/figures/imports/rules'
import type { ImportView } from '@/lib/figures/imports/types'

interface Props {
  params: Promise<{ locale: Locale; id: string }>
}

const load = async (params: Props['params']) => {
  const { locale, id } = await params
  return loadImport(
    id,
    getPathname({ href: { pathname: '/workspace/admin/figures/[id]', params: { id } }, locale }),
  )
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load(params)).found.label }
}

async function Outcome({ found }: { found: ImportView }) {
  const t = await getTranslations('statistics.admin')
  if (found.detail === UNCHANGED) return <p className="mt-4 max-w-measure">{t('unchanged')}</p>
  return (
    <>
      {found.sheet === null ? null : (
        <p className="mt-4">{t('sheetRead', { name: found.sheet })}</p>
      )}
      <p className="mt-4">{t('rows', { read: found.rowsRead, skipped: found.rowsSkipped })}</p>
      <p>
        {found.status === 'checked' ? `${t('wouldBe')}: ` : null}
        {t('counts', {
          added: found.added,
          revised: found.revised,
          unchanged: found.unchanged,
          withdrawn: found.withdrawn,
        })}
      </p>
    </>
  )
}

export default async function ImportPage({ params }: Props) {
  const [{ found, issues, run }, t, workspace] = await Promise.all([
    load(params),
    getTranslations('statistics.admin'),
    getTranslations('workspace'),
  ])
  const isStale = found.status === 'checked' && found.mappingVersion !== found.dataset.version
  const about = { importId: found.id }
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: workspace('title'), href: '/workspace' },
          { label: t('title'), href: '/workspace/admin/figures' },
          { label: found.label },
        ]}
      />
      <PageHeader
        kicker={found.dataset.title}
        title={found.label}
        lead={t(`status.${found.status}`)}
      >
        {found.problem === null ? null : (
          <Notice tone="error" title={t('stopped')} className="mt-6 max-w-measure">
            <ProblemText code={found.problem} detail={found.detail} />
          </Notice>
        )}
        {run === null ? <Outcome found={found} /> : <RunStatus found={found} state={run} />}
        {isStale ? (
          <Notice tone="attention" title={t('stopped')} className="mt-6 max-w-measure">
            <ProblemText code="mappingChanged" />
          </Notice>
        ) : null}
        {found.status === 'checked' ? (
          <div className="mt-6 flex flex-wrap gap-4">
            {isStale ? null : (
              <ActForm
                action={saveImportAction}
                about={about}
                label={t('save')}
                pending={t('saving')}
              />
            )}
            <ActForm
              action={cancelImportAction}
              about={about}
              label={t('cancel')}
              pending={t('cancelling')}
              variant="secondary"
            />
          </div>
        ) : null}
        <p className="mt-6">
          <Link
            href={{
              pathname: '/workspace/admin/figures/sources/[slug]',
              params: { slug: found.dataset.slug },
            }}
            className="inline-flex min-h-11 items-center"
          >
            {t('change')}
          </Link>
        </p>
      </PageHeader>
      {found.problem === null && run === null && found.detail !== UNCHANGED ? (
        <Section id="fouten" title={t('issues')}>
          {issues.length === 0 ? (
            <p>{t('issuesNone')}</p>
          ) : (
            <DataTable
              caption={t('issues')}
              captionHidden
              rows={issues.map((issue, at) => ({ ...issue, at }))}
              rowKey={(row) => String(row.at)}
              columns={[
                { key: 'row', header: t('row'), cell: (row) => row.rowNumber },
                { key: 'column', header: t('column'), cell: (row) => row.column },
                {
                  key: 'what',
                  header: t('problemTitle'),
                  cell: (row) => <ProblemText code={row.code} />,
                },
                {
                  key: 'cell',
                  header: t('cell'),
                  cell: (row) => <span className="break-words">{row.text}</span>,
                },
              ]}
            />
          )}
        </Section>
      ) : null}
    </Page>
  )
}
