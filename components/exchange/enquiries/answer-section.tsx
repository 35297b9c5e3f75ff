import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/base/forms/act-form'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { Section } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import {
  answerEnquiryAction,
  closeEnquiryAction,
  markSpamAction,
  restoreEnquiryAction,
  settleMistakeAction,
} from '@/lib/exchange/enquiries/answers.actions'
import { mayAnswer } from '@/lib/exchange/enquiries/rules'
import type { EnquiryThread } from '@/lib/exchange/enquiries/types'

/** The form to answer, and how to end it. */
export function AnswerSection({ enquiry }: { enquiry: EnquiryThread }) {
  const t = useTranslations('enquiries.one')
  const { id, state, entries } = enquiry
  if (state === 'closed') return <Notice title={t('isClosed')} />
  if (state === 'spam')
    return (
      <Notice tone="attention" title={t('isSpam')}>
        <p className="mb-4">{t('isSpamWhy')}</p>
        <ActForm
          action={restoreEnquiryAction}
          about={{ id }}
          label={t('restore')}
          pending={t('restoring')}
          variant="secondary"
        />
      </Notice>
    )
  return (
    <>
      {mayAnswer(state, entries) ? <AnswerForm enquiry={enquiry} /> : <Notice title={t('full')} />}
      <EndSection id={id} />
    </>
  )
}

function AnswerForm({ enquiry }: { enquiry: EnquiryThread }) {
  const t = useTranslations('enquiries.one')
  const { id, name, kind, organisation, entries } = enquiry
  // Whoever has replied once cannot do so again.
  const done = entries.filter((one) => one.fromOutside).length > 1 ? 'doneLast' : 'done'
  const labels = { submit: t('submit'), busy: t('busy'), done: t(done, { name }) }
  if (kind === 'question')
    return (
      <Section id="antwoord" title={t('answerTitle')}>
        <FieldsForm
          action={answerEnquiryAction}
          about={{ id }}
          stored={{}}
          fields={[
            {
              kind: 'textarea',
              name: 'text',
              label: t('answer'),
              hint: t('answerHint', { name, organisation: organisation ?? 'none' }),
            },
          ]}
          labels={labels}
        />
      </Section>
    )
  return (
    <Section id="antwoord" title={t('settleTitle')}>
      <FieldsForm
        action={settleMistakeAction}
        about={{ id }}
        stored={{ outcome: enquiry.outcome ?? '' }}
        fields={[
          {
            kind: 'select',
            name: 'outcome',
            label: t('outcome'),
            options: [
              { value: '', label: t('choose') },
              { value: 'corrected', label: t('corrected') },
              { value: 'declined', label: t('declined') },
            ],
          },
          {
            kind: 'textarea',
            name: 'text',
            label: t('reason'),
            hint: t('reasonHint', { name }),
          },
        ]}
        labels={labels}
      />
    </Section>
  )
}

function EndSection({ id }: { id: string }) {
  const t = useTranslations('enquiries.one')
  return (
    <Section id="afronden" title={t('endTitle')}>
      <div className="grid max-w-4xl gap-8 sm:grid-cols-2">
        <ActForm
          action={closeEnquiryAction}
          about={{ id }}
          label={t('close')}
          pending={t('closing')}
          variant="secondary"
        >
          <p className="text-sm text-muted">{t('closeWhy')}</p>
        </ActForm>
        <ActForm
          action={markSpamAction}
          about={{ id }}
          label={t('spam')}
          pending={t('marking')}
          variant="danger"
        >
          <p className="text-sm text-muted">{t('spamWhy')}</p>
        </ActForm>
      </div>
    </Section>
  )
}
