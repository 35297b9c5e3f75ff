import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/forms/act-form'
import { FieldsForm } from '@/components/forms/fields-form'
import { Notice } from '@/components/ui/notice'
import { TextLink } from '@/components/ui/text'
import { hideCallAction, reportCallAction, restoreCallAction } from '@/lib/calls/actions'
import type { CallReportView } from '@/lib/calls/types'

interface CallModerationProps {
  callId: string
  replyId?: string
  hiddenReason: string | null
  mayReport: boolean
  mayModerate: boolean
  reports: readonly CallReportView[]
}

/** Reporting, for who reads; hiding and showing again, for moderators. */
export function CallModeration({ callId, replyId, hiddenReason, mayReport, mayModerate, reports }: CallModerationProps) {
  const t = useTranslations('calls.moderation')
  const about = { callId, ...(replyId !== undefined && { replyId }) }
  const own = reports.filter((report) => (report.replyId ?? undefined) === replyId)
  const words = (key: 'reason') => [{ kind: 'textarea' as const, name: key, label: t(mayModerate ? 'hideReason' : 'reportReason'), hint: t(mayModerate ? 'hideHint' : 'reportHint') }]
  return (
    <div className="mt-4 space-y-3 print:hidden">
      {hiddenReason === null ? null : <Notice tone="attention" title={t('hidden')}>{t('hiddenWhy', { reason: hiddenReason })}</Notice>}
      {mayModerate && own.length > 0 ? (
        <Notice tone="attention" title={t('list')}>
          <ul>
            {own.map(({ id, createdAt, reason }) => (
              <li key={id}>{t('line', { date: createdAt, reason })}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {mayModerate && (hiddenReason !== null || own.length > 0) ? <ActForm action={restoreCallAction} about={about} label={t(hiddenReason === null ? 'settle' : 'restore')} pending={t('busy')} variant="secondary" /> : null}
      {mayModerate && hiddenReason === null ? <FieldsForm action={hideCallAction} about={about} stored={{}} summary={t('hide')} variant="danger" fields={words('reason')} labels={{ submit: t('hide'), busy: t('busy') }} /> : null}
      {!mayModerate && mayReport && hiddenReason === null ? <FieldsForm action={reportCallAction} about={about} stored={{}} summary={t('report')} variant="secondary" fields={words('reason')} labels={{ submit: t('send'), busy: t('busy') }} /> : null}
    </div>
  )
}

/** What waits on moderators, on the page with all calls. */
export function ReportedCalls({ reports }: { reports: readonly CallReportView[] }) {
  const t = useTranslations('calls.moderation')
  if (reports.length === 0) return null
  return (
    <Notice tone="attention" title={t('list')} className="mb-8">
      <ul>
        {reports.map(({ id, call, replyId, createdAt, reason }) => (
          <li key={id}>
            <TextLink href={{ pathname: '/calls/[slug]', params: { slug: call.slug } }}>{call.title}</TextLink> ({t(replyId === null ? 'aboutCall' : 'aboutReply')}). {t('line', { date: createdAt, reason })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
