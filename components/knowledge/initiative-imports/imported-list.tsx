import { useTranslations } from 'next-intl'
import { StatusWord, TextLink, type StatusTone } from '@/components/base/ui/text'
import type { ImportedRow } from '@/lib/knowledge/initiative-imports/types'

export type ShownRow = ImportedRow & { mayOpen: boolean }

const TONE: Record<ImportedRow['status'], StatusTone> = {
  draft: 'neutral',
  submitted: 'info',
  returned: 'attention',
  published: 'good',
  superseded: 'neutral',
}

function Title({ row: { title, revisionId, mayOpen } }: { row: ShownRow }) {
  if (!mayOpen) return title
  return (
    <TextLink href={{ pathname: '/workspace/initiatives/[id]', params: { id: revisionId } }}>
      {title}
    </TextLink>
  )
}

/** What an import wrote, as it is now; each leads to the page where it is completed and submitted. */
export function ImportedList({ rows }: { rows: readonly ShownRow[] }) {
  const t = useTranslations('initiativeImports')
  return (
    <ul className="max-w-4xl">
      {rows.map((row) => (
        <li
          key={row.revisionId}
          className="grid gap-x-8 gap-y-2 border-t border-hairline py-4 last:border-b sm:grid-cols-[minmax(0,1fr)_auto]"
        >
          <div className="min-w-0">
            <p className="font-serif text-lg leading-snug font-semibold break-words">
              <Title row={row} />
            </p>
            <p className="mt-1 text-sm text-muted">
              {[
                t('rowNumber', { number: row.rowNumber }),
                row.organisationName,
                t('filledOf', { answered: row.answered, questions: row.questions }),
              ].join(' · ')}
            </p>
          </div>
          <p className="sm:text-right">
            <StatusWord tone={TONE[row.status]}>
              {t(row.status === 'draft' && !row.isSame ? 'row_changed' : `row_${row.status}`)}
            </StatusWord>
          </p>
        </li>
      ))}
    </ul>
  )
}
