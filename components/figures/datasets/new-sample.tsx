import { useTranslations } from 'next-intl'
import { FileUpload } from '@/components/figures/datasets/file-upload'
import { ActForm } from '@/components/base/forms/act-form'
import { refreshTableAction } from '@/lib/figures/datasets/actions'
import type { DatasetRow, SampleView } from '@/lib/figures/datasets/types'

export function NewSample({ dataset, sample }: { dataset: DatasetRow; sample: SampleView | null }) {
  const t = useTranslations('datasets')
  return dataset.kind === 'file' ? (
    <FileUpload
      to="/api/werkplek/cijfers/bron"
      source={dataset.slug}
      id="ander-bestand"
      label={t('file')}
      submit={t('open')}
      variant={sample === null ? 'primary' : 'secondary'}
    />
  ) : (
    <ActForm
      action={refreshTableAction}
      about={{ dataset: dataset.slug }}
      label={t('openTable')}
      pending={t('openingTable')}
      variant="secondary"
    />
  )
}
