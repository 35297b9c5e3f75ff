import { useTranslations } from 'next-intl'
import { CallReplies, ReplyForm } from '@/components/exchange/calls/call-replies'
import { ButtonLink } from '@/components/base/ui/button'
import { Section } from '@/components/base/ui/layout'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import type { loadCall } from '@/lib/exchange/calls/loaders'
import type { CallReportView, CallView } from '@/lib/exchange/calls/types'

type Loaded = Awaited<ReturnType<typeof loadCall>>

interface CallAnswersProps {
  shown: number
  call: CallView
  replies: Loaded['replies']
  reports: CallReportView[]
  organisations: { id: string; name: string }[]
  own: { slug: string; title: string }[]
  signedIn: boolean
  slug: string
  locale: Locale
}

export function CallAnswers({
  shown,
  call,
  replies,
  reports,
  organisations,
  own,
  signedIn,
  slug,
  locale,
}: CallAnswersProps) {
  const t = useTranslations('calls')
  const href = { pathname: '/calls/[slug]', params: { slug } } as const
  return (
    <Section
      id="antwoorden"
      title={t('reply.title')}
      lead={shown === 0 ? undefined : t('replies', { count: shown })}
    >
      <CallReplies callId={call.id} replies={replies} reports={reports} />
      <div className="mt-6 print:hidden">
        <ReplyForm callId={call.id} organisations={organisations} initiatives={own} />
        {!signedIn && call.status === 'open' ? (
          <ButtonLink
            variant="secondary"
            href={{
              pathname: '/sign-in',
              query: { terug: `${getPathname({ href, locale })}#antwoorden` },
            }}
            prefetch={false}
            rel="nofollow"
          >
            {t('reply.signIn')}
          </ButtonLink>
        ) : null}
      </div>
    </Section>
  )
}
