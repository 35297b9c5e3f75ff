import { CallActions } from '@/components/exchange/calls/call-actions'
import { CallText } from '@/components/exchange/calls/call-text'
import { PageHeader } from '@/components/base/ui/layout'
import { TextLink } from '@/components/base/ui/text'
import type { CallReportView, CallView } from '@/lib/exchange/calls/types'

interface CallHeaderProps {
  call: CallView
  mayEdit: boolean
  mayEnd: boolean
  mayModerate: boolean
  slug: string
  reports: CallReportView[]
}

export function CallHeader({ call, mayEdit, mayEnd, mayModerate, slug, reports }: CallHeaderProps) {
  return (
    <PageHeader
      kicker={
        <>
          {call.organisation},{' '}
          <TextLink
            href={{ pathname: '/regions/[slug]', params: { slug: call.region.slug } }}
            prefetch={false}
          >
            {call.region.name}
          </TextLink>
        </>
      }
      title={<span lang="nl">{call.title}</span>}
    >
      <CallText call={call} />
      <CallActions
        mayEdit={mayEdit}
        mayEnd={mayEnd}
        mayModerate={mayModerate}
        slug={slug}
        call={call}
        reports={reports}
      />
    </PageHeader>
  )
}
