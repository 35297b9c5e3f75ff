import { useTranslations } from 'next-intl'
import { CallEnd } from '@/components/exchange/calls/call-end'
import { CallModeration } from '@/components/exchange/calls/call-moderation'
import { FollowButton } from '@/components/people/follows/follow-button'
import { ButtonLink } from '@/components/base/ui/button'
import type { CallReportView, CallView } from '@/lib/exchange/calls/types'

interface CallActionsProps {
  mayEdit: boolean
  mayEnd: boolean
  mayModerate: boolean
  slug: string
  call: CallView
  reports: CallReportView[]
}

export function CallActions({
  mayEdit,
  mayEnd,
  mayModerate,
  slug,
  call,
  reports,
}: CallActionsProps) {
  const t = useTranslations('calls')
  return (
    <>
      <div className="mt-6 flex flex-wrap items-start gap-4 print:hidden">
        {mayEdit ? (
          <ButtonLink
            variant="secondary"
            href={{ pathname: '/workspace/calls/[slug]', params: { slug } }}
          >
            {t('edit')}
          </ButtonLink>
        ) : null}
        <FollowButton
          type="call"
          slug={slug}
          back={{ pathname: '/calls/[slug]', params: { slug } }}
        />
      </div>
      {mayEnd ? (
        <div className="mt-6 print:hidden">
          <CallEnd callId={call.id} version={call.version} />
        </div>
      ) : null}
      <CallModeration
        callId={call.id}
        hiddenReason={call.hiddenReason}
        mayModerate={mayModerate}
        reports={reports}
      />
    </>
  )
}
