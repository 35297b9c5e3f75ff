'use client'
import { Form } from '@/components/base/forms/form'
import { FormErrors, useFieldErrors } from '@/components/base/forms/form-state'
import { SelectField, TextField, type Option } from '@/components/base/forms/inputs'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { typedValue } from '@/components/base/forms/typed-values'
import { useFormAction } from '@/components/base/forms/use-form-action'
import { createInitiativeAction } from '@/lib/knowledge/revisions/actions'

interface Labels {
  title: string
  titleHint: string
  organisation: string
  submit: string
  busy: string
}

export function NewInitiativeForm({
  organisations,
  labels,
}: {
  organisations: readonly [Option, ...Option[]]
  labels: Labels
}) {
  const [result, action] = useFormAction(createInitiativeAction)
  const errors = useFieldErrors(result)
  const [first] = organisations
  return (
    <Form action={action} result={result} noValidate className="max-w-measure space-y-6">
      <FormErrors
        result={result}
        labels={{ title: labels.title, organisationId: labels.organisation }}
      />
      <TextField
        name="title"
        label={labels.title}
        hint={labels.titleHint}
        required
        maxLength={140}
        errors={errors('title')}
        defaultValue={typedValue(result, {}, 'title')}
      />
      {organisations.length === 1 ? (
        <input type="hidden" name="organisationId" value={first.value} />
      ) : (
        <SelectField
          name="organisationId"
          label={labels.organisation}
          options={organisations}
          errors={errors('organisationId')}
          defaultValue={typedValue(result, {}, 'organisationId') || first.value}
        />
      )}
      <SubmitButton pending={labels.busy}>{labels.submit}</SubmitButton>
    </Form>
  )
}
