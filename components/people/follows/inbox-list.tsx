import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/base/forms/act-form'
import { DayOf } from '@/components/base/ui/day'
import { StatusWord } from '@/components/base/ui/text'
import { readMessagesAction } from '@/lib/people/follows/actions'
import type { InboxMessage } from '@/lib/people/follows/types'

export function InboxList({ messages }: { messages: readonly InboxMessage[] }) {
  const t = useTranslations('follows.inbox')
  return (
    <ol aria-label={t('list')} className="max-w-4xl">
      {messages.map(({ id, kind, title, path, note, createdAt, readAt }) => (
        <li
          key={id}
          className="flex flex-wrap items-center justify-between gap-x-8 gap-y-2 border-t border-hairline py-4 last:border-b"
        >
          <div className="min-w-0">
            <p className="flex flex-wrap items-baseline gap-x-2 text-sm text-muted">
              {readAt === null ? <StatusWord tone="info">{t('new')}</StatusWord> : null}{' '}
              {kind === null ? t('unknown') : t(`event.${kind}`)}
              {' · '}
              <DayOf at={createdAt} />
            </p>
            <p className="mt-1 font-serif text-lg leading-snug font-semibold">
              <a href={path} lang="nl">
                {title}
              </a>
            </p>
            {note === '' ? null : (
              <p className="mt-1 max-w-measure break-words whitespace-pre-line" lang="nl">
                {note}
              </p>
            )}
          </div>
          {readAt === null ? (
            <ActForm
              action={readMessagesAction}
              about={{ id }}
              label={t('read')}
              name={t('readThis', { title })}
              pending={t('busy')}
              variant="secondary"
            />
          ) : null}
        </li>
      ))}
    </ol>
  )
}
