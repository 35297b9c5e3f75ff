import { useTranslations } from 'next-intl'
import { FileUpload } from '@/components/figures/datasets/file-upload'
import { ActForm } from '@/components/base/forms/act-form'
import { Row } from '@/components/base/ui/layout'
import { Link } from '@/i18n/navigation'
import type { DatasetRow } from '@/lib/figures/datasets/types'
import { fetchTableAction } from '@/lib/figures/imports/actions'

export function SourceList({ datasets }: { datasets: DatasetRow[] }) {
  const t = useTranslations('statistics.admin')
  return (
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
              aria-label={`${t('change')}: ${dataset.title}`}
              className="inline-flex min-h-11 items-center"
            >
              {t('change')}
            </Link>
          </p>
        </Row>
      ))}
    </ul>
  )
}
