import { useFormatter, useTranslations } from 'next-intl'
import { StatusWord } from '@/components/base/ui/text'
import { Link } from '@/i18n/navigation'
import { objectParameter } from '@/lib/site/record/rules'
import type { RecordEvent } from '@/lib/site/record/types'
import { eventSentence, objectWords } from './event-words'

const LINK = 'inline-flex min-h-6 items-center'

interface RecordListProps {
  events: readonly RecordEvent[]
  /** The period and kind that stay when someone looks at one person or object. */
  parameters: Readonly<Record<string, string>>
}

function More({
  event,
  parameters,
}: {
  event: RecordEvent
  parameters: RecordListProps['parameters']
}) {
  const t = useTranslations('audit')
  const { actorId, actor, object, objectType, objectName } = event
  const to = (query: Record<string, string>) => ({
    pathname: '/workspace/admin/record' as const,
    query: { ...parameters, ...query },
  })
  return (
    <>
      {actorId === null || actor === null ? null : (
        <Link href={to({ persoon: actorId })} rel="nofollow" className={LINK}>
          {t('ofPerson', { name: actor.name })}
        </Link>
      )}
      {object === null || object.id === actorId || objectName?.name === '' ? null : (
        <Link
          href={to({ voorwerp: objectParameter(object) })}
          rel="nofollow"
          className={LINK}
          aria-label={t('ofObjectNamed', { name: objectWords(t, objectType, objectName) })}
        >
          {t('ofObject')}
        </Link>
      )}
    </>
  )
}

function Event({
  event,
  parameters,
}: {
  event: RecordEvent
  parameters: RecordListProps['parameters']
}) {
  const t = useTranslations('audit')
  const roles = useTranslations('accounts.roles')
  const format = useFormatter()
  return (
    <li className="border-t border-hairline py-4 last:border-b">
      <p className="max-w-measure break-words">
        {event.isRefused ? (
          <>
            <StatusWord tone="attention">{t('refused')}</StatusWord>{' '}
          </>
        ) : null}
        {eventSentence({ audit: t, roles }, event)}
      </p>
      <p className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
        <time dateTime={event.at.toISOString()}>
          {format.dateTime(event.at, { dateStyle: 'long', timeStyle: 'medium' })}
        </time>
        {event.actor === null || event.actor.organisations.length === 0 ? null : (
          <span>{t('nowAt', { organisations: format.list(event.actor.organisations) })}</span>
        )}
        <More event={event} parameters={parameters} />
      </p>
    </li>
  )
}

export function RecordList({ events, parameters }: RecordListProps) {
  const t = useTranslations('audit')
  return (
    <ol aria-label={t('list')} className="mt-6 max-w-4xl">
      {events.map((event) => (
        <Event key={event.id} event={event} parameters={parameters} />
      ))}
    </ol>
  )
}
