import { useTranslations } from 'next-intl'
import { CallReportForm } from '@/components/exchange/calls/call-moderation'
import type { loadCall } from '@/lib/exchange/calls/loaders'
import type { CallView } from '@/lib/exchange/calls/types'

type Loaded = Awaited<ReturnType<typeof loadCall>>

export function CallReport({
  call,
  mayModerate,
  replies,
}: {
  call: CallView
  mayModerate: boolean
  replies: Loaded['replies']
}) {
  const t = useTranslations('calls')
  const moderates = mayModerate || replies.some(({ mayModerate }) => mayModerate)
  const targets = [
    ...(call.hiddenReason === null && (mayModerate || !moderates)
      ? [{ replyId: '', label: t('moderation.theCall') }]
      : []),
    ...replies
      .filter(
        ({ hiddenReason, mayModerate }) => hiddenReason === null && (mayModerate || !moderates),
      )
      .map(({ id, organisation, createdAt }) => ({
        replyId: id,
        label: t('moderation.theReply', { organisation, date: createdAt }),
      })),
  ]
  return (
    <div className="border-t border-hairline py-6 print:hidden">
      <CallReportForm callId={call.id} targets={targets} moderates={moderates} />
    </div>
  )
}
