'use client'
import { RadioGroup } from '@/components/base/forms/choices'
import { Form } from '@/components/base/forms/form'
import { FormErrors, useFieldErrors } from '@/components/base/forms/form-state'
import { TextArea } from '@/components/base/forms/inputs'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { typedValue } from '@/components/base/forms/typed-values'
import { useFormAction } from '@/components/base/forms/use-form-action'
import { Disclosure } from '@/components/base/ui/disclosure'
import { answerInvitationAction } from '@/lib/judgement/assessments/actions'

export type AnswerLabels = Record<
  | 'cannot'
  | 'question'
  | 'decline'
  | 'declineHint'
  | 'conflict'
  | 'conflictHint'
  | 'reason'
  | 'reasonHint'
  | 'submit'
  | 'busy',
  string
>

export function AnswerForm({ slug, labels }: { slug: string; labels: AnswerLabels }) {
  const [result, action] = useFormAction(answerInvitationAction)
  const errors = useFieldErrors(result)
  const answer = typedValue(result, {}, 'answer')
  return (
    <Disclosure
      summary={labels.cannot}
      open={result.status !== 'idle'}
      className="max-w-measure border-b-0"
    >
      <Form action={action} result={result} noValidate className="space-y-5">
        <FormErrors result={result} labels={{ answer: labels.question, reason: labels.reason }} />
        <input type="hidden" name="slug" value={slug} />
        <RadioGroup
          key={answer}
          name="answer"
          label={labels.question}
          errors={errors('answer')}
          defaultValue={answer}
          options={[
            { value: 'declined', label: labels.decline, hint: labels.declineHint },
            { value: 'conflict', label: labels.conflict, hint: labels.conflictHint },
          ]}
        />
        <TextArea
          name="reason"
          label={labels.reason}
          hint={labels.reasonHint}
          errors={errors('reason')}
          defaultValue={typedValue(result, {}, 'reason')}
          rows={3}
        />
        <SubmitButton variant="secondary" pending={labels.busy}>
          {labels.submit}
        </SubmitButton>
      </Form>
    </Disclosure>
  )
}
