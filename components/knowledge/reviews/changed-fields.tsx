import { useTranslations } from 'next-intl'
import { fieldLabels } from '@/components/knowledge/editing/field-labels'
import { Notice } from '@/components/base/ui/notice'

export function ChangedFields({ changed }: { changed: string[] | null }) {
  const t = useTranslations('reviews')
  const editing = useTranslations('editing')
  const labels = fieldLabels(editing)
  return (
    <Notice
      title={changed === null ? t('first') : changed.length === 0 ? t('unchanged') : t('changed')}
      className="mt-6 max-w-measure"
    >
      {changed !== null && changed.length > 0 ? (
        <ul className="list-disc pl-5">
          {changed.map((field) => (
            <li key={field}>{labels[field] ?? field}</li>
          ))}
        </ul>
      ) : null}
    </Notice>
  )
}
