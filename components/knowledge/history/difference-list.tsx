import { useTranslations } from 'next-intl'
import { fieldLabels } from '@/components/knowledge/editing/field-labels'
import { fieldDifferences } from '@/lib/knowledge/revisions/differences.rules'
import type { EditingOptions, VersionContent } from '@/lib/knowledge/revisions/types'
import { Difference } from './difference'

interface DifferenceListProps {
  before: VersionContent
  after: VersionContent
  names: { before: string; after: string }
  options: EditingOptions
}

/** The fields that changed, each with what it was and what it became. */
export function DifferenceList({ before, after, names, options }: DifferenceListProps) {
  const t = useTranslations('versions')
  const kinds = useTranslations('initiatives.kind')
  const labels = fieldLabels(useTranslations('editing'))
  const differences = fieldDifferences(before, after, {
    order: Object.keys(labels),
    kindOf: (kind) => kinds(kind),
  })
  if (differences.length === 0) return <p>{t('equal')}</p>
  return (
    <>
      <p className="max-w-measure text-sm text-muted">{t('legend')}</p>
      {differences.map((difference) => (
        <section key={difference.field} className="mt-8">
          <h3 className="mb-3">{labels[difference.field] ?? difference.field}</h3>
          <Difference difference={difference} names={names} options={options} />
        </section>
      ))}
    </>
  )
}
