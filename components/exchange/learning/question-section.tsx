import { randomUUID } from 'node:crypto'
import { useTranslations } from 'next-intl'
import { FieldsForm, type FieldSpec } from '@/components/base/forms/fields-form'
import { Section } from '@/components/base/ui/layout'
import { TextLink } from '@/components/base/ui/text'
import { saveQuestionAction } from '@/lib/exchange/learning/actions'
import { LEARNING_STATUSES } from '@/lib/exchange/learning/rules'
import { learningValues } from '@/lib/exchange/learning/schema'
import type { LearningQuestion } from '@/lib/exchange/learning/types'
import type { RegionView } from '@/lib/base/regions/types'

function useFields(exists: boolean): FieldSpec[] {
  const t = useTranslations('learning.work')
  const shared = useTranslations('learning')
  const first: FieldSpec[] = [
    { kind: 'text', name: 'question', label: t('question'), hint: t('questionHint') },
    { kind: 'textarea', name: 'why', label: t('why'), hint: t('whyHint') },
    { kind: 'date', name: 'answerBy', label: t('answerBy') },
  ]
  const last: FieldSpec = {
    kind: 'textarea',
    name: 'initiatives',
    label: t('initiatives'),
    hint: t('initiativesHint'),
  }
  const answer: FieldSpec[] = [
    {
      kind: 'select',
      name: 'status',
      label: t('status'),
      options: LEARNING_STATUSES.map((value) => ({ value, label: shared(`status.${value}`) })),
    },
    { kind: 'textarea', name: 'learnt', label: t('learnt'), hint: t('learntHint') },
  ]
  return exists ? [...first, ...answer, last] : [...first, last]
}

export function QuestionSection({
  changing,
  region,
  questions,
}: {
  changing: LearningQuestion | undefined
  region: RegionView
  questions: LearningQuestion[]
}) {
  const t = useTranslations('learning.work')
  const fields = useFields(changing !== undefined)
  const labels = { submit: t('save'), busy: t('busy') }
  return (
    <Section id="vraag" title={changing ? t('changeOf') : t('add')} className="mt-12">
      {changing ? (
        <>
          <FieldsForm
            key={`${changing.id} ${String(changing.version)}`}
            action={saveQuestionAction}
            about={{ regionId: region.id, questionId: changing.id, version: changing.version }}
            stored={learningValues(changing)}
            fields={fields}
            labels={labels}
          />
          <p className="mt-6">
            <TextLink
              href={{
                pathname: '/workspace/regions/[slug]/learning',
                params: { slug: region.slug },
              }}
            >
              {t('close')}
            </TextLink>
          </p>
        </>
      ) : (
        <FieldsForm
          key={questions.length}
          action={saveQuestionAction}
          about={{ regionId: region.id, questionId: randomUUID() }}
          stored={{}}
          fields={fields}
          labels={labels}
        />
      )}
    </Section>
  )
}
