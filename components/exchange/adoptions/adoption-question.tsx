import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { Notice } from '@/components/base/ui/notice'
import { answerAdoptionAction } from '@/lib/exchange/adoptions/actions'
import type { AdoptionWork } from '@/lib/exchange/adoptions/types'

export function AdoptionQuestion({
  adoption,
  mayAnswer,
}: {
  adoption: AdoptionWork
  mayAnswer: boolean
}) {
  const t = useTranslations('adoptions.question')
  if (adoption.question === '') return <p className="max-w-measure text-muted">{t('none')}</p>
  return (
    <div className="space-y-6">
      <blockquote className="max-w-measure border-l-4 border-hairline pl-4 whitespace-pre-line">
        {adoption.question}
      </blockquote>
      {adoption.answer === null || adoption.answeredAt === null ? (
        mayAnswer ? (
          <FieldsForm
            action={answerAdoptionAction}
            about={{ adoptionId: adoption.id }}
            stored={{}}
            fields={[
              { kind: 'textarea', name: 'answer', label: t('answer'), hint: t('answerHint') },
            ]}
            labels={{ submit: t('submit'), busy: t('busy') }}
          />
        ) : (
          <Notice title={t('pending')}>
            {t('pendingWhy', { organisation: adoption.ownerOrganisation })}
          </Notice>
        )
      ) : (
        <div>
          <h3>{t('answered', { name: adoption.answeredBy ?? adoption.ownerOrganisation })}</h3>
          <p className="mt-2 max-w-measure whitespace-pre-line">{adoption.answer}</p>
          {mayAnswer ? (
            <p className="mt-3 max-w-measure text-muted">
              {t('answeredNext', { organisation: adoption.organisation })}
            </p>
          ) : null}
        </div>
      )}
    </div>
  )
}
