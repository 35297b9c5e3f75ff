import { useFormatter, useTranslations } from 'next-intl'
import { ActForm } from '@/components/base/forms/act-form'
import { Section } from '@/components/base/ui/layout'
import { deleteFormDraftAction } from '@/lib/people/form-drafts/actions'
import type { UnsentDraft } from '@/lib/people/form-drafts/types'

const MOMENT = { day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' } as const

/** Where someone typed something and did not send it. */
export function UnsentDrafts({ drafts }: { drafts: readonly UnsentDraft[] }) {
  const t = useTranslations('workspace.unsent')
  const format = useFormatter()
  if (drafts.length === 0) return null
  return (
    <Section id="nog-niet-verstuurd" title={t('title')} lead={t('lead')} className="mt-14">
      <ul className="divide-y divide-hairline border-y border-hairline">
        {drafts.map(({ form, path, title, savedAt }) => (
          <li key={form} className="flex flex-wrap items-center justify-between gap-x-6 py-3">
            <p>
              {/* The stored address is the one the person saw, in their language. */}
              <a href={path} className="inline-flex min-h-11 items-center">
                {title === '' ? path : title}
              </a>
              <span className="block text-sm text-muted">
                {t('when', { time: format.dateTime(savedAt, MOMENT) })}
              </span>
            </p>
            <ActForm
              action={deleteFormDraftAction}
              about={{ form }}
              label={t('delete')}
              name={t('deleteName', { title })}
              pending={t('deleting')}
              variant="quiet"
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}
