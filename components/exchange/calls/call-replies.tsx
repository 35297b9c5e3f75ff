import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { onBehalfOf } from '@/components/base/forms/on-behalf-of'
import { EmptyState } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import { replyCallAction } from '@/lib/exchange/calls/actions'
import type { CallReplyView, CallReportView } from '@/lib/exchange/calls/types'
import { CallModeration } from './call-moderation'

interface CallRepliesProps {
  callId: string
  replies: readonly (CallReplyView & { mayModerate: boolean })[]
  reports: readonly CallReportView[]
}

export function CallReplies({ callId, replies, reports }: CallRepliesProps) {
  const t = useTranslations('calls.reply')
  if (replies.length === 0) return <EmptyState title={t('none')}>{t('noneWhy')}</EmptyState>
  return (
    <ol className="max-w-measure">
      {replies.map((reply) => (
        <li
          key={reply.id}
          id={`antwoord-${reply.id}`}
          className="scroll-mt-6 border-t border-hairline py-5"
        >
          <h3 className="font-sans text-base font-semibold">
            {reply.organisation}{' '}
            <span className="font-normal text-muted">{t('on', { date: reply.createdAt })}</span>
          </h3>
          {reply.text === '' ? null : (
            <p className="mt-2 whitespace-pre-line" lang="nl">
              {reply.text}
            </p>
          )}
          {reply.initiative ? (
            <p className="mt-2">
              {t('see')}{' '}
              <TextLink
                href={{ pathname: '/initiatives/[slug]', params: { slug: reply.initiative.slug } }}
                prefetch={false}
              >
                {reply.initiative.title}
              </TextLink>
            </p>
          ) : null}
          <CallModeration
            callId={callId}
            replyId={reply.id}
            hiddenReason={reply.hiddenReason}
            mayModerate={reply.mayModerate}
            reports={reports}
          />
        </li>
      ))}
    </ol>
  )
}

interface ReplyFormProps {
  callId: string
  organisations: readonly { id: string; name: string }[]
  initiatives: readonly { slug: string; title: string }[]
}

export function ReplyForm({ callId, organisations, initiatives }: ReplyFormProps) {
  const t = useTranslations('calls.reply')
  if (organisations.length === 0) return null
  const side = onBehalfOf(organisations, t('organisation'))
  return (
    <FieldsForm
      action={replyCallAction}
      summary={t('add')}
      about={{ callId, ...side.about }}
      stored={side.stored}
      fields={[
        ...side.fields,
        { kind: 'textarea', name: 'text', label: t('text'), hint: t('textHint') },
        {
          kind: 'select',
          name: 'initiative',
          label: t('initiative'),
          hint: t('initiativeHint'),
          options: [
            { value: '', label: t('initiativeNone') },
            ...initiatives.map(({ slug, title }) => ({ value: slug, label: title })),
          ],
        },
      ]}
      labels={{ submit: t('submit'), busy: t('busy'), done: t('done') }}
    />
  )
}
