'use client'
import { useId } from 'react'
import { Form } from '@/components/base/forms/form'
import { FormErrors, useFieldErrors } from '@/components/base/forms/form-state'
import { SelectField, type Option } from '@/components/base/forms/inputs'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { typedValue } from '@/components/base/forms/typed-values'
import { useFormAction } from '@/components/base/forms/use-form-action'
import { actForAction } from '@/lib/people/accounts/acting.actions'

interface ActingForFormProps {
  options: readonly Option[]
  chosen: string
  labels: { organisation: string; hint: string; submit: string; busy: string }
}

export function ActingForForm({ options, chosen, labels }: ActingForFormProps) {
  const [result, send] = useFormAction(actForAction)
  const errors = useFieldErrors(result)
  // The menu stands twice in the page, for wide and narrow screens.
  const scope = useId()
  const value = typedValue(result, { organisationId: chosen }, 'organisationId')
  return (
    <Form action={send} result={result} unsaved={false} noValidate className="space-y-3">
      <FormErrors result={result} labels={{ organisationId: labels.organisation }} scope={scope} />
      <SelectField
        key={value}
        name="organisationId"
        label={labels.organisation}
        hint={labels.hint}
        errors={errors('organisationId')}
        scope={scope}
        options={options}
        defaultValue={value}
      />
      <SubmitButton variant="secondary" pending={labels.busy}>
        {labels.submit}
      </SubmitButton>
    </Form>
  )
}
