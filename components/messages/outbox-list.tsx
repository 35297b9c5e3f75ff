import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/forms/act-form'
import { Disclosure } from '@/components/ui/disclosure'
import { StatusWord, type StatusTone } from '@/components/ui/text'
import { retryMailAction } from '@/lib/messages/actions'
import type { MailStatus, OutboxMail } from '@/lib/messages/types'

const TONE: Record<MailStatus, StatusTone> = { queued: 'info', sending: 'info', sent: 'good', skipped: 'neutral', refused: 'attention', failed: 'attention' }

function Mail({ mail }: { mail: OutboxMail }) {
  const t = useTranslations('messages.outbox')
  const kinds = useTranslations('messages.wishes.kind')
  const { id, kind, recipient, subject, text, path, status, attempts, createdAt, lastError } = mail
  return (
    <li className="border-t border-hairline py-5 last:border-b">
      <p className="text-sm text-muted">
        <StatusWord tone={TONE[status]}>{t(`status.${status}`)}</StatusWord> {kind === null ? t('unknownKind') : kinds(kind)}
      </p>
      <h2 className="mt-1 text-lg" lang="nl">
        {subject}
      </h2>
      <p className="mt-1 text-sm break-words">
        {t('to', { address: recipient })} · {t('made', { date: createdAt })} · {t('tried', { count: attempts })}
      </p>
      {lastError === null ? null : <p className="mt-2 max-w-measure text-sm break-words">{lastError === 'expired' ? t('expired') : t('answer', { answer: lastError })}</p>}
      {status === 'refused' ? <p className="mt-1 max-w-measure text-sm">{t('refusedWhy')}</p> : null}
      <Disclosure summary={t('text')}>
        <div className="max-w-measure py-3 text-sm">
          <p className="break-words whitespace-pre-line" lang="nl">
            {text}
          </p>
          <p className="mt-3 break-words text-muted">{t('link', { path })}</p>
        </div>
      </Disclosure>
      {status === 'failed' || status === 'refused' ? (
        <div className="mt-3">
          <ActForm action={retryMailAction} about={{ id }} label={t('retry')} name={`${t('retry')}: ${subject}`} pending={t('busy')} variant="secondary" />
        </div>
      ) : null}
    </li>
  )
}

/** Mail as it stands in the outbox, with what the mail server said. */
export function OutboxList({ mails }: { mails: readonly OutboxMail[] }) {
  return (
    <ol className="mt-6 max-w-4xl">
      {mails.map((mail) => (
        <Mail key={mail.id} mail={mail} />
      ))}
    </ol>
  )
}
