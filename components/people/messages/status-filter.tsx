import { useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import type { MailStatus } from '@/lib/people/messages/types'

const LINK =
  'inline-flex min-h-11 items-center px-1 aria-[current]:font-semibold aria-[current]:text-ink'

export function StatusFilter({
  chosen,
  counts,
}: {
  chosen: MailStatus | null
  counts: { status: MailStatus; count: number }[]
}) {
  const t = useTranslations('messages.outbox')
  return (
    <nav aria-label={t('filter')}>
      <ul className="flex flex-wrap gap-x-5">
        <li>
          <Link
            href="/workspace/admin/mail"
            className={LINK}
            aria-current={chosen === null ? 'page' : undefined}
          >
            {t('all')}
          </Link>
        </li>
        {counts.map(({ status: one, count }) => (
          <li key={one}>
            <Link
              href={{ pathname: '/workspace/admin/mail', query: { status: one } }}
              className={LINK}
              aria-current={chosen === one ? 'page' : undefined}
            >
              {t(`status.${one}`)} ({count})
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
