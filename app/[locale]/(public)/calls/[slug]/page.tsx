import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CallEnd } from '@/components/exchange/calls/call-end'
import { CallStatusWord, CallTerms } from '@/components/exchange/calls/call-list'
import { CallMatches } from '@/components/exchange/calls/call-matches'
import { CallModeration, CallReportForm } from '@/components/exchange/calls/call-moderation'
import { CallReplies, ReplyForm } from '@/components/exchange/calls/call-replies'
import { FollowButton } from '@/components/people/follows/follow-button'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { ButtonLink } from '@/components/base/ui/button'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { ExampleMark, Notice } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadCall } from '@/lib/exchange/calls/loaders'
import { noonOf } from '@/lib/base/text/calendar'

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
  const href = { pathname: '/calls/[slug]', params: { slug } } as const
  const shown = replies.filter(({ hiddenReason }) => hiddenReason === null).length
  const moderates = may.mayModerate || replies.some(({ mayModerate }) => mayModerate)
  const targets = [
    ...(call.hiddenReason === null && (may.mayModerate || !moderates)
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
  // Until someone answers, what fits is the best answer there is.
  const matches = (
    <Section
      id="past"
      title={t('matches.title')}
      lead={may.mayEdit ? `${t('matches.lead')} ${t('matches.told')}` : t('matches.lead')}
    >
      <CallMatches call={call} />
    </Section>
  )
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: exchange('title'), href: '/exchange' },
          { label: t('title'), href: '/calls' },
          { label: call.title },
        ]}
      />
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
        <p className="mt-4 flex flex-wrap items-center gap-3 text-muted">
          <CallStatusWord status={call.status} />
          <span>
            {call.status === 'open'
              ? t('until', { date: noonOf(call.openUntil) })
              : t('was', { date: noonOf(call.postedOn) })}
          </span>
          {call.isExample ? <ExampleMark>{t('example')}</ExampleMark> : null}
        </p>
        <p className="mt-5 max-w-measure text-lg whitespace-pre-line" lang="nl">
          {call.text}
        </p>
        <CallTerms terms={call.terms} />
        {call.learning === null ? null : (
          <p className="mt-4 max-w-measure text-muted">
            {t('fromLearning')}{' '}
            <TextLink
              href={{
                pathname: '/regions/[slug]',
                params: { slug: call.learning.regionSlug },
                hash: 'leeragenda',
              }}
              prefetch={false}
            >
              {t('toLearning', { region: call.learning.regionName })}
            </TextLink>
          </p>
        )}
        <div className="mt-6 flex flex-wrap items-start gap-4 print:hidden">
          {may.mayEdit ? (
            <ButtonLink
              variant="secondary"
              href={{ pathname: '/workspace/calls/[slug]', params: { slug } }}
            >
              {t('edit')}
            </ButtonLink>
          ) : null}
          <FollowButton type="call" slug={slug} back={href} />
        </div>
        {may.mayEnd ? (
          <div className="mt-6 print:hidden">
            <CallEnd callId={call.id} version={call.version} />
          </div>
        ) : null}
        <CallModeration
          callId={call.id}
          hiddenReason={call.hiddenReason}
          mayModerate={may.mayModerate}
          reports={reports}
        />
      </PageHeader>
      {call.outcome === null ? null : (
        <Section id="opbrengst" title={t('outcome')}>
          <p className="max-w-measure whitespace-pre-line" lang="nl">
            {call.outcome}
          </p>
        </Section>
      )}
      {call.status === 'expired' ? <Notice className="mb-8">{t('expiredWhy')}</Notice> : null}
      {shown === 0 ? matches : null}
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
      {shown > 0 ? matches : null}
      {may.mayReport ? (
        <div className="border-t border-hairline py-6 print:hidden">
          <CallReportForm callId={call.id} targets={targets} moderates={moderates} />
        </div>
      ) : null}
    </Page>
  )
}
