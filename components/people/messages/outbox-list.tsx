import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/base/forms/act-form'
import { Disclosure } from '@/components/base/ui/disclosure'
import { StatusWord, type StatusTone } from '@/components/base/ui/text'
import { retryMailAction, settleMailAction } from '@/lib/people/messages/actions'
import type { MailStatus, OutboxMail } from '@/lib/people/messages/types'

const TONE: Record<MailStatus, StatusTone> = {
  queued: 'info',
  sending: 'info',
  sent: 'good',
  skipped: 'neutral',
  refused: 'attention',
  failed: 'attention',
  doubt: 'attention',
}

type ActsProps = Pick<OutboxMail, 'id' | 'status' | 'subject' | 'isEmptied'>

function Acts({ id, status, subject, isEmptied }: ActsProps) {
  const t = useTranslations('messages.outbox')
  if (status !== 'failed' && status !== 'refused' && status !== 'doubt') return null
  const again = t(status === 'doubt' ? 'sendAgain' : 'retry')
  const shared = { about: { id }, pending: t('busy'), variant: 'secondary' } as const
  return (
    <div className="mt-3 flex flex-wrap gap-3">
      {isEmptied ? null : (
        <ActForm action={retryMailAction} label={again} name={`${again}: ${subject}`} {...shared} />
      )}
      {status === 'doubt' ? (
        <ActForm
          action={settleMailAction}
          label={t('settle')}
          name={`${t('settle')}: ${subject}`}
          {...shared}
        />
      ) : null}
    </div>
  )
}

function MailText({ text, path, isEmptied }: Pick<OutboxMail, 'text' | 'path' | 'isEmptied'>) {
  const t = useTranslations('messages.outbox')
  if (text === null)
    return (
      <p className="mt-2 max-w-measure text-sm text-muted">
        {t(isEmptied ? 'emptied' : 'private')}
      </p>
    )
  return (
    <Disclosure summary={t('text')}>
      <div className="max-w-measure py-3 text-sm">
        <p className="break-words whitespace-pre-line" lang="nl">
          {text}
        </p>
        <p className="mt-3 break-words text-muted">{t('link', { path })}</p>
      </div>
    </Disclosure>
  )
}

function Mail({ mail }: { mail: OutboxMail }) {
  const t = useTranslations('messages.outbox')
  const kinds = useTranslations('messages.mail.kind')
  const {
    id,
    kind,
    recipient,
    subject,
    text,
    isEmptied,
    path,
    status,
    attempts,
    createdAt,
    claimedAt,
    lastError,
  } = mail
  return (
    <li className="border-t border-hairline py-5 last:border-b">
      <p className="text-sm text-muted">
        <StatusWord tone={TONE[status]}>{t(`status.${status}`)}</StatusWord>{' '}
        {kind === null ? t('unknownKind') : kinds(kind)}
      </p>
      <h2 className="mt-1 text-lg" lang="nl">
        {subject}
      </h2>
      <p className="mt-1 text-sm break-words">
        {t('to', { address: recipient })} · {t('made', { date: createdAt })} ·{' '}
        {t('tried', { count: attempts })}
      </p>
      {lastError === null ? null : (
        <p className="mt-2 max-w-measure text-sm break-words">
          {lastError === 'expired' ? t('expired') : t('answer', { answer: lastError })}
        </p>
      )}
      {status === 'refused' ? (
        <p className="mt-1 max-w-measure text-sm">{t('refusedWhy')}</p>
      ) : null}
      {status === 'doubt' ? (
        <p className="mt-1 max-w-measure text-sm">
          {t('doubtWhy', { date: claimedAt ?? createdAt })}
        </p>
      ) : null}
      <MailText text={text} path={path} isEmptied={isEmptied} />
      <Acts id={id} status={status} subject={subject} isEmptied={isEmptied} />
    </li>
  )
}

export function OutboxList({ mails }: { mails: readonly OutboxMail[] }) {
  return (
    <ol className="mt-6 max-w-4xl">
      {mails.map((mail) => (
        <Mail key={mail.id} mail={mail} />
      ))}
    </ol>
  )
}
