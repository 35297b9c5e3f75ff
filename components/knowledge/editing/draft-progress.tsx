import { useTranslations } from 'next-intl'
import { fieldId } from '@/components/base/forms/field'
import { completeness, STEP_LINES } from '@/lib/knowledge/revisions/parts.rules'
import { missingForSubmission } from '@/lib/knowledge/revisions/rules'
import type { DraftContent } from '@/lib/knowledge/revisions/types'
import { fieldLabels } from './field-labels'

/** How much is filled in, and what submitting still needs, each with a link to its field. */
export function DraftProgress({ content, page = '' }: { content: DraftContent; page?: string }) {
  const t = useTranslations('editing')
  const labels = fieldLabels(t)
  const { answered, questions, topics } = completeness(content)
  const missing = Object.keys(missingForSubmission(content))
  return (
    <>
      <p>
        {t('progress', { answered, questions })}, {t('progressTopics', { count: topics.length })}.{' '}
        {missing.length === 0 ? t('lift.complete') : null}
      </p>
      {missing.length === 0 ? null : (
        <div>
          <p className="font-semibold">{t('missingTitle')}</p>
          <ul className="flex flex-wrap gap-x-4">
            {missing.map((field) => (
              <li key={field}>
                <a
                  className="inline-flex min-h-9 items-center"
                  href={`${page}#${fieldId(field === 'steps' ? STEP_LINES : field)}`}
                >
                  {field === 'steps' ? t('short.steps') : (labels[field] ?? field)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
