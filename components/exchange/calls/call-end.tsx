import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { endCallAction } from '@/lib/exchange/calls/actions'

export function CallEnd({ callId, version }: { callId: string; version: number }) {
  const t = useTranslations('calls.end')
  return (
    <FieldsForm
      action={endCallAction}
      summary={t('title')}
      about={{ callId, version }}
      stored={{}}
      fields={[
        {
          kind: 'select',
          name: 'how',
          label: t('how'),
          options: [
            { value: '', label: t('choose') },
            { value: 'answered', label: t('answered') },
            { value: 'closed', label: t('closed') },
          ],
        },
        { kind: 'textarea', name: 'outcome', label: t('outcome'), hint: t('outcomeHint') },
      ]}
      labels={{ submit: t('submit'), busy: t('busy'), done: t('done') }}
    />
  )
}
