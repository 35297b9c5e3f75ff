import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/base/forms/act-form'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { onBehalfOf } from '@/components/base/forms/on-behalf-of'
import {
  acceptAnswerAction,
  answerQuestionAction,
  askAction,
  hidePostAction,
  reportPostAction,
} from '@/lib/exchange/questions/actions'

interface Organisation {
  id: string
  name: string
}

const useSide = (organisations: readonly Organisation[]) =>
  onBehalfOf(organisations, useTranslations('questions')('organisation'))

export function AskForm({
  initiativeId,
  organisations,
}: {
  initiativeId: string
  organisations: readonly Organisation[]
}) {
  const t = useTranslations('questions.ask')
  const side = useSide(organisations)
  return (
    <FieldsForm
      scope="vraag"
      action={askAction}
      about={{ initiativeId, ...side.about }}
      stored={side.stored}
      fields={[
        { kind: 'textarea', name: 'text', label: t('text'), hint: t('hint') },
        ...side.fields,
      ]}
      labels={{ submit: t('submit'), busy: t('busy'), done: t('done') }}
    />
  )
}

export function AnswerForm({
  postId,
  organisations,
}: {
  postId: string
  organisations: readonly Organisation[]
}) {
  const t = useTranslations('questions.answer')
  const side = useSide(organisations)
  return (
    <FieldsForm
      scope={`antwoord-${postId}`}
      action={answerQuestionAction}
      summary={t('title')}
      about={{ postId, ...side.about }}
      stored={side.stored}
      fields={[
        { kind: 'textarea', name: 'text', label: t('text'), hint: t('hint') },
        ...side.fields,
      ]}
      labels={{ submit: t('submit'), busy: t('busy'), done: t('done') }}
    />
  )
}

export function AcceptForm({
  postId,
  accepted,
  whose,
}: {
  postId: string
  accepted: boolean
  whose: string
}) {
  const t = useTranslations('questions.accept')
  return (
    <ActForm
      action={acceptAnswerAction}
      about={{ postId, accept: accepted ? '0' : '1' }}
      label={t(accepted ? 'undo' : 'submit')}
      name={t(accepted ? 'undoThis' : 'submitThis', { whose })}
      pending={t('busy')}
      variant="quiet"
    />
  )
}

export function ReportForm({ postId }: { postId: string }) {
  const t = useTranslations('questions.report')
  return (
    <FieldsForm
      scope={`melding-${postId}`}
      action={reportPostAction}
      summary={t('title')}
      about={{ postId }}
      stored={{}}
      variant="secondary"
      fields={[{ kind: 'textarea', name: 'reason', label: t('reason'), hint: t('hint') }]}
      labels={{ submit: t('submit'), busy: t('busy'), done: t('done') }}
    />
  )
}

export function HideForm({ postId }: { postId: string }) {
  const t = useTranslations('questions.hide')
  return (
    <FieldsForm
      scope={`verbergen-${postId}`}
      action={hidePostAction}
      summary={t('title')}
      about={{ postId }}
      stored={{}}
      variant="danger"
      fields={[{ kind: 'textarea', name: 'reason', label: t('reason'), hint: t('hint') }]}
      labels={{ submit: t('submit'), busy: t('busy'), done: t('done') }}
    />
  )
}
