import { useTranslations } from 'next-intl'
import { Disclosure } from '@/components/base/ui/disclosure'
import { isStale } from '@/lib/judgement/assessments/rules'
import type { ScoreReason } from '@/lib/judgement/assessments/types'
import type { CalendarDate } from '@/lib/base/text/calendar'

/** The owner first, then the panel. Organisations are named, persons never. */
export function Reasons({
  reasons,
  revisionNumber,
  today,
}: {
  reasons: readonly ScoreReason[]
  revisionNumber: number
  today: CalendarDate
}) {
  const t = useTranslations('assessments')
  if (reasons.length === 0) return null
  return (
    <Disclosure summary={t('reasons', { count: reasons.length })} className="border-b-0 text-sm">
      <ul className="max-w-measure space-y-4 border-l-2 border-hairline pl-4">
        {reasons.map((row, index) => {
          const stale = isStale(row.submittedAt, today)
          return (
            <li key={index} className={stale ? 'text-muted' : ''}>
              <p className="font-semibold">
                {row.score === null ? t('cannot') : t('score', { score: row.score })}
                <span className="font-normal text-muted">
                  {` · ${row.kind === 'self' ? t('owner', { name: row.organisationName }) : row.organisationName}`}
                  {row.regionName === null || row.kind === 'self' ? '' : ` · ${row.regionName}`}
                  {row.kind === 'self' ? '' : ` · ${t(`constituency.${row.constituency}`)}`}
                </span>
              </p>
              <p>{row.reason}</p>
              {row.before ? (
                <p className="text-muted">
                  {t('before', { score: row.before.score ?? 'none', reason: row.before.reason })}
                </p>
              ) : null}
              <p className="text-xs text-muted">
                {t('on', { date: new Date(row.submittedAt) })}
                {row.revisionNumber === revisionNumber
                  ? ''
                  : ` · ${t('overVersion', { number: row.revisionNumber })}`}
                {stale ? ` · ${t('stale')}` : ''}
              </p>
              {row.reply ? (
                <div className="mt-2 border-l-2 border-green pl-3">
                  <p className="font-semibold">{t('replyOwner')}</p>
                  <p className="whitespace-pre-line">{row.reply.text}</p>
                  <p className="text-xs text-muted">
                    {t('replyOn', { date: new Date(row.reply.at), version: row.reply.version })}
                  </p>
                </div>
              ) : null}
            </li>
          )
        })}
      </ul>
    </Disclosure>
  )
}
