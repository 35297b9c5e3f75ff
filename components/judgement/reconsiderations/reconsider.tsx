import { useLocale, useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { Section } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { labelIn } from '@/lib/base/text/label'
import { reconsiderAction } from '@/lib/judgement/reconsiderations/actions'
import { ANSWERS, type Reconsideration } from '@/lib/judgement/reconsiderations/types'

export function OwnScores({ scores }: Pick<Reconsideration, 'scores'>) {
  const t = useTranslations('panels.reconsider')
  const locale = useLocale()
  return (
    <Section id="oordeel" title={t('own')}>
      <ul className="max-w-measure space-y-4">
        {scores.map((line) => (
          <li key={line.labelNl}>
            <p className="font-semibold">
              {labelIn(locale, line)}:{' '}
              {line.score === null ? t('cannotJudge') : t('score', { score: line.score })}
            </p>
            <p>{line.reason}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function ReconsiderForm({ request }: { request: Reconsideration }) {
  const t = useTranslations('panels.reconsider')
  if (request.answer !== null)
    return (
      <Section id="antwoord" title={t('answerTitle')}>
        <Notice tone="success" title={t('answered')} className="max-w-measure">
          <p>{t(request.answer)}</p>
          <p className="mt-1 whitespace-pre-line">{request.reason}</p>
        </Notice>
      </Section>
    )
  return (
    <Section id="antwoord" title={t('answerTitle')}>
      <FieldsForm
        action={reconsiderAction}
        about={{ id: request.id }}
        stored={{}}
        fields={[
          {
            kind: 'select',
            name: 'answer',
            label: t('answer'),
            options: [
              { value: '', label: t('choose') },
              ...ANSWERS.map((value) => ({ value, label: t(value) })),
            ],
          },
          { kind: 'textarea', name: 'reason', label: t('reason'), hint: t('reasonHint') },
        ]}
        labels={{ submit: t('submit'), busy: t('busy'), done: t('done') }}
      />
    </Section>
  )
}
