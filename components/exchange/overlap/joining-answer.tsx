import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { Signature } from '@/components/exchange/overlap/signature'
import { Section } from '@/components/base/ui/layout'
import { replyJoinAction } from '@/lib/exchange/overlap/actions'
import type { JoinState, Joining } from '@/lib/exchange/overlap/types'

interface JoiningAnswerProps {
  joining: Joining
  state: JoinState
  mayReply: boolean
}

export function JoiningAnswer({ joining, state, mayReply }: JoiningAnswerProps) {
  const t = useTranslations('overlap.joining')
  const { reply } = joining
  return (
    <Section
      id="antwoord"
      title={mayReply ? t('answer') : t('answerTitle')}
      lead={mayReply ? t('lead') : undefined}
    >
      {reply === null ? null : (
        <blockquote className="max-w-measure border-l-4 border-green pl-5">
          <p lang="nl" className="whitespace-pre-line">
            {reply.words}
          </p>
          <Signature name={reply.by} organisation={joining.ownerOrganisation} on={reply.on} />
        </blockquote>
      )}
      {reply === null && !mayReply ? (
        <p className="max-w-measure">{t(state === 'withdrawn' ? 'withdrawn' : 'pendingOwn')}</p>
      ) : null}
      {mayReply ? (
        <FieldsForm
          action={replyJoinAction}
          about={{ joinId: joining.id }}
          stored={{}}
          labels={{ submit: t('send'), busy: t('busy'), done: t('done') }}
          fields={[
            {
              kind: 'select',
              name: 'welcome',
              label: t('welcome'),
              options: [
                { value: '', label: t('choose') },
                { value: 'yes', label: t('yes') },
                { value: 'no', label: t('no') },
              ],
            },
            { kind: 'textarea', name: 'words', label: t('words'), hint: t('wordsYes') },
          ]}
        />
      ) : null}
    </Section>
  )
}
