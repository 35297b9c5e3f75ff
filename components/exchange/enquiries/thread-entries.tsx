import { useTranslations } from 'next-intl'
import type { EntryView } from '@/lib/exchange/enquiries/types'

interface ThreadEntriesProps {
  entries: readonly EntryView[]
  /** The name of the writer from outside; null when they read it themselves. */
  writer: string | null
}

export function ThreadEntries({ entries, writer }: ThreadEntriesProps) {
  const t = useTranslations('enquiries.entry')
  const nameOf = ({ fromOutside, author, onBehalfOf }: EntryView) => {
    if (fromOutside) return writer === null ? t('you') : t('outside', { name: writer })
    const organisation = onBehalfOf === '' ? t('administrators') : onBehalfOf
    return t('answer', { by: [author, organisation].filter((part) => part !== '').join(', ') })
  }
  return (
    <ol className="max-w-measure">
      {entries.map((entry) => (
        <li
          key={entry.id}
          className={`mt-6 border-l-4 pl-4 first:mt-0 ${entry.fromOutside ? 'border-hairline' : 'border-green'}`}
        >
          <p className="text-sm">
            <span className="font-semibold">{nameOf(entry)}</span>{' '}
            <span className="text-muted">{t('on', { date: entry.createdAt })}</span>
          </p>
          <p className="mt-1 break-words whitespace-pre-line">{entry.text}</p>
        </li>
      ))}
    </ol>
  )
}
