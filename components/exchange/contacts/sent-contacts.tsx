import { useTranslations } from 'next-intl'
import { StatusWord } from '@/components/base/ui/text'
import type { SentContact } from '@/lib/exchange/contacts/types'

const TONE = { pending: 'info', sent: 'good', failed: 'attention', doubt: 'attention' } as const

export function SentContacts({ contacts }: { contacts: readonly SentContact[] }) {
  const t = useTranslations('contacts')
  return (
    <ol className="max-w-measure">
      {contacts.map(({ id, name, message, sentAt, handledAt, delivery }) => (
        <li key={id} className="border-t border-hairline py-5 last:border-b">
          <p className="flex flex-wrap items-center gap-x-3 text-sm text-muted">
            {handledAt === null ? (
              <StatusWord tone={TONE[delivery]}>{t(`delivery.${delivery}`)}</StatusWord>
            ) : (
              <StatusWord tone="good">{t('handled')}</StatusWord>
            )}
            <span>{t('sentOn', { date: sentAt })}</span>
          </p>
          {handledAt === null ? (
            <p className="mt-1 text-sm">{t(`deliveryWhy.${delivery}`, { name })}</p>
          ) : null}
          <p className="mt-2 whitespace-pre-line">{message}</p>
        </li>
      ))}
    </ol>
  )
}
