import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { CallAnswers } from '@/components/exchange/calls/call-answers'
import { CallHeader } from '@/components/exchange/calls/call-header'
import { CallMatches } from '@/components/exchange/calls/call-matches'
import { CallReport } from '@/components/exchange/calls/call-report'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, Section } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import type { Locale } from '@/i18n/routing'
import { loadCall } from '@/lib/exchange/calls/loaders'
import type { CallView } from '@/lib/exchange/calls/types'

interface Props {
  params: Promise<{ locale: Locale; slug: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { call } = await loadCall((await params).slug)
  return {
    title: call.title,
    description: call.text.slice(0, 300),
    ...(call.hiddenReason !== null && { robots: { index: false } }),
  }
}

export default async function CallPage({ params }: Props) {
  const { locale, slug } = await params
  const [{ call, replies, organisations, own, reports, signedIn, ...may }, t, exchange] =
    await Promise.all([loadCall(slug), getTranslations('calls'), getTranslations('exchange')])
  const shown = replies.filter(({ hiddenReason }) => hiddenReason === null).length
  const matches = <PastMatches mayEdit={may.mayEdit} call={call} />
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: exchange('title'), href: '/exchange' },
          { label: t('title'), href: '/calls' },
          { label: call.title },
        ]}
      />
      <CallHeader
        call={call}
        mayEdit={may.mayEdit}
        mayEnd={may.mayEnd}
        mayModerate={may.mayModerate}
        slug={slug}
        reports={reports}
      />
      {call.outcome === null ? null : (
        <Section id="opbrengst" title={t('outcome')}>
          <p className="max-w-measure whitespace-pre-line" lang="nl">
            {call.outcome}
          </p>
        </Section>
      )}
      {call.status === 'expired' ? <Notice className="mb-8">{t('expiredWhy')}</Notice> : null}
      {shown === 0 ? matches : null}
      <CallAnswers
        shown={shown}
        call={call}
        replies={replies}
        reports={reports}
        organisations={organisations}
        own={own}
        signedIn={signedIn}
        slug={slug}
        locale={locale}
      />
      {shown > 0 ? matches : null}
      {may.mayReport ? (
        <CallReport call={call} mayModerate={may.mayModerate} replies={replies} />
      ) : null}
    </Page>
  )
}

function PastMatches({ mayEdit, call }: { mayEdit: boolean; call: CallView }) {
  const t = useTranslations('calls')
  return (
    <Section
      id="past"
      title={t('matches.title')}
      lead={mayEdit ? `${t('matches.lead')} ${t('matches.notified')}` : t('matches.lead')}
    >
      <CallMatches call={call} />
    </Section>
  )
}
