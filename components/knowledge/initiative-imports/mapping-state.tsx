import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/base/forms/act-form'
import { Section } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { discardImportAction } from '@/lib/knowledge/initiative-imports/actions'
import type { ColumnField, ImportView } from '@/lib/knowledge/initiative-imports/types'
import { ColumnsForm } from './columns-form'

export interface Mapping {
  examples: readonly (readonly string[])[]
  rows: number
  fields: readonly ColumnField[]
  changes: { added: readonly string[]; gone: readonly string[] } | null
}

/** The choice of columns, with what differs from the file of last time. */
export function MappingState({ found, mapping }: { found: ImportView; mapping: Mapping }) {
  const t = useTranslations('initiativeImports')
  const { changes } = mapping
  return (
    <>
      {changes === null ? null : (
        <Notice tone="attention" title={t('mappingChanged')} className="mb-8 max-w-measure">
          {changes.added.length > 0 ? (
            <p>{t('mappingAdded', { names: changes.added.join(', ') })}</p>
          ) : null}
          {changes.gone.length > 0 ? (
            <p>{t('mappingGone', { names: changes.gone.join(', ') })}</p>
          ) : null}
        </Notice>
      )}
      <Section
        id="kolommen"
        title={t('mappingTitle')}
        lead={t('mappingLead', { count: mapping.rows })}
      >
        <ColumnsForm
          importId={found.id}
          headers={found.headers}
          columns={found.columns}
          examples={mapping.examples}
          fields={mapping.fields}
        />
        <div className="mt-6">
          <ActForm
            action={discardImportAction}
            about={{ importId: found.id }}
            label={t('discard')}
            pending={t('discarding')}
            variant="quiet"
          />
        </div>
      </Section>
    </>
  )
}
