import { useFormatter, useTranslations } from 'next-intl'
import { StatusWord, TextLink, type StatusTone } from '@/components/base/ui/text'
import type { ImportView, InitiativeImportStatus } from '@/lib/knowledge/initiative-imports/types'

const TONE: Record<InitiativeImportStatus, StatusTone> = {
  mapping: 'attention',
  checked: 'attention',
  running: 'info',
  done: 'good',
  cancelled: 'neutral',
  failed: 'attention',
  undone: 'neutral',
}

function ImportRow({ found }: { found: ImportView }) {
  const t = useTranslations('initiativeImports')
  const format = useFormatter()
  const { id, fileName, createdAt, createdByName, organisationName, status } = found
  return (
    <li className="grid gap-x-8 gap-y-2 border-t border-hairline py-4 last:border-b sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="font-semibold break-words">
          <TextLink href={{ pathname: '/workspace/initiatives/import/[id]', params: { id } }}>
            {fileName}
          </TextLink>
        </p>
        <p className="mt-1 text-sm text-muted">
          {[
            format.dateTime(createdAt, { dateStyle: 'long', timeStyle: 'short' }),
            organisationName ?? t('several'),
            createdByName ?? t('gone'),
          ].join(' · ')}
        </p>
      </div>
      <p className="sm:text-right">
        <StatusWord tone={TONE[status]}>
          {status === 'done'
            ? t('importedCount', { count: found.added + found.changed })
            : t(`status_${status}`)}
        </StatusWord>
      </p>
    </li>
  )
}

export function ImportList({ imports }: { imports: readonly ImportView[] }) {
  const t = useTranslations('initiativeImports')
  if (imports.length === 0) return <p className="text-muted">{t('none')}</p>
  return (
    <ul className="max-w-4xl">
      {imports.map((found) => (
        <ImportRow key={found.id} found={found} />
      ))}
    </ul>
  )
}
