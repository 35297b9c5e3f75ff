import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/base/forms/act-form'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { Notice } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import { hideCallAction, reportCallAction, restoreCallAction } from '@/lib/exchange/calls/actions'
import type { CallReportView } from '@/lib/exchange/calls/types'

interface CallModerationProps {
  callId: string
  replyId?: string
  hiddenReason: string | null
  mayModerate: boolean
  reports: readonly CallReportView[]
}

export function CallModeration({
  callId,
  replyId,
  hiddenReason,
  mayModerate,
  reports,
}: CallModerationProps) {
  const t = useTranslations('calls.moderation')
  const own = mayModerate
    ? reports.filter((report) => (report.replyId ?? undefined) === replyId)
    : []
  if (hiddenReason === null && own.length === 0) return null
  return (
    <div className="mt-4 space-y-3 print:hidden">
      {hiddenReason === null ? null : (
        <Notice tone="attention" title={t('hidden')}>
          {t('hiddenWhy', { reason: hiddenReason })}
        </Notice>
      )}
      {own.length > 0 ? (
        <Notice tone="attention" title={t('list')}>
          <ul>
            {own.map(({ id, createdAt, reason }) => (
              <li key={id}>{t('line', { date: createdAt, reason })}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {mayModerate ? (
        <ActForm
          action={restoreCallAction}
          about={{ callId, ...(replyId !== undefined && { replyId }) }}
          label={t(hiddenReason === null ? 'settle' : 'restore')}
          pending={t('busy')}
          variant="secondary"
        />
      ) : null}
    </div>
  )
}

interface CallReportFormProps {
  callId: string
  targets: readonly { replyId: string; label: string }[]
  moderates: boolean
}

export function CallReportForm({ callId, targets, moderates }: CallReportFormProps) {
  const t = useTranslations('calls.moderation')
  const [first] = targets
  if (!first) return null
  return (
    <FieldsForm
      action={moderates ? hideCallAction : reportCallAction}
      about={{ callId }}
      stored={{ replyId: first.replyId }}
      summary={t(moderates ? 'hide' : 'report')}
      variant={moderates ? 'danger' : 'secondary'}
      fields={[
        {
          kind: 'select',
          name: 'replyId',
          label: t('target'),
          options: targets.map(({ replyId, label }) => ({ value: replyId, label })),
        },
        {
          kind: 'textarea',
          name: 'reason',
          label: t(moderates ? 'hideReason' : 'reportReason'),
          hint: t(moderates ? 'hideHint' : 'reportHint'),
        },
      ]}
      labels={{
        submit: t(moderates ? 'hide' : 'send'),
        busy: t('busy'),
        done: t(moderates ? 'hideDone' : 'sendDone'),
      }}
    />
  )
}

export function ReportedCalls({ reports }: { reports: readonly CallReportView[] }) {
  const t = useTranslations('calls.moderation')
  if (reports.length === 0) return null
  return (
    <Notice tone="attention" title={t('list')} className="mb-8">
      <ul>
        {reports.map(({ id, call, replyId, createdAt, reason }) => (
          <li key={id}>
            <TextLink href={{ pathname: '/calls/[slug]', params: { slug: call.slug } }}>
              {call.title}
            </TextLink>{' '}
            ({t(replyId === null ? 'aboutCall' : 'aboutReply')}).{' '}
            {t('line', { date: createdAt, reason })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
