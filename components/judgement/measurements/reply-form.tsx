import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { saveMeasurementReplyAction } from '@/lib/judgement/measurements/replies.actions'
import type { ReplyTarget } from '@/lib/judgement/measurements/types'

/** For editors of the owner. */
export function ReplyForm({ target: { measurementId, text, version } }: { target: ReplyTarget }) {
  const t = useTranslations('indicators.reply')
  return (
    <div className="mt-6 print:hidden">
      <h3 className="mb-4">{t('write')}</h3>
      <FieldsForm
        key={version}
        action={saveMeasurementReplyAction}
        stored={{ text }}
        fields={[{ kind: 'textarea', name: 'text', label: t('text'), hint: t('textHint') }]}
        about={{ measurementId, version }}
        labels={{ submit: t('submit'), busy: t('busy'), done: t('done') }}
      />
    </div>
  )
}
