'use client'
import { CheckboxGroup, RadioGroup } from '@/components/base/forms/choices'
import { Form } from '@/components/base/forms/form'
import { FormErrors, useFieldErrors } from '@/components/base/forms/form-state'
import { DateField, type Option } from '@/components/base/forms/inputs'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { typedValue, typedValues } from '@/components/base/forms/typed-values'
import { useFormAction } from '@/components/base/forms/use-form-action'
import { inviteAction, requestRoundAction } from '@/lib/judgement/panels/actions'

interface PickLabels {
  assessors: string
  assessorsHint?: string
  submit: string
  busy: string
}

interface RequestFormProps {
  initiativeId: string
  deadline: string
  secondPossible: boolean
  people: readonly Option[] | null
  chosen: readonly string[]
  labels: PickLabels & {
    deadline: string
    deadlineHint: string
    kind: string
    fresh: string
    freshHint: string
    second: string
    secondHint: string
  }
}

export function RequestForm({
  initiativeId,
  deadline,
  secondPossible,
  people,
  chosen,
  labels,
}: RequestFormProps) {
  const [result, action] = useFormAction(requestRoundAction)
  const errors = useFieldErrors(result)
  const stored = { deadline, kind: 'fresh', assessors: [...chosen] }
  const kind = typedValue(result, stored, 'kind')
  return (
    <Form action={action} result={result} noValidate className="max-w-measure space-y-7">
      <FormErrors
        result={result}
        labels={{ kind: labels.kind, deadline: labels.deadline, assessors: labels.assessors }}
      />
      <input type="hidden" name="initiativeId" value={initiativeId} />
      {secondPossible ? (
        <RadioGroup
          key={kind}
          name="kind"
          label={labels.kind}
          errors={errors('kind')}
          defaultValue={kind}
          options={[
            { value: 'fresh', label: labels.fresh, hint: labels.freshHint },
            { value: 'second_look', label: labels.second, hint: labels.secondHint },
          ]}
        />
      ) : null}
      <DateField
        name="deadline"
        label={labels.deadline}
        hint={labels.deadlineHint}
        errors={errors('deadline')}
        defaultValue={typedValue(result, stored, 'deadline')}
      />
      {people === null ? null : (
        <CheckboxGroup
          key={result.status}
          name="assessors"
          label={labels.assessors}
          hint={labels.assessorsHint}
          errors={errors('assessors')}
          groups={[{ label: labels.assessors, options: people }]}
          selected={typedValues(result, stored, 'assessors')}
        />
      )}
      <SubmitButton pending={labels.busy}>{labels.submit}</SubmitButton>
    </Form>
  )
}

export function InviteForm({
  roundId,
  people,
  labels,
}: {
  roundId: string
  people: readonly Option[]
  labels: PickLabels
}) {
  const [result, action] = useFormAction(inviteAction)
  const errors = useFieldErrors(result)
  return (
    <Form action={action} result={result} noValidate className="max-w-measure space-y-5">
      <FormErrors result={result} labels={{ assessors: labels.assessors }} />
      <input type="hidden" name="roundId" value={roundId} />
      <CheckboxGroup
        key={result.status}
        name="assessors"
        label={labels.assessors}
        errors={errors('assessors')}
        groups={[{ label: labels.assessors, options: people }]}
        selected={typedValues(result, {}, 'assessors')}
      />
      <SubmitButton variant="secondary" pending={labels.busy}>
        {labels.submit}
      </SubmitButton>
    </Form>
  )
}
