'use client'
import { Form } from '@/components/base/forms/form'
import { FormErrors, useFieldErrors } from '@/components/base/forms/form-state'
import { TextField } from '@/components/base/forms/inputs'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { typedValue } from '@/components/base/forms/typed-values'
import { useFormAction } from '@/components/base/forms/use-form-action'
import { openTableAction } from '@/lib/figures/datasets/actions'

export function OpenTableForm({
  labels,
}: {
  labels: { table: string; hint: string; submit: string; busy: string }
}) {
  const [result, send] = useFormAction(openTableAction)
  const errors = useFieldErrors(result)
  return (
    <Form action={send} result={result} noValidate className="max-w-measure space-y-6">
      <FormErrors result={result} labels={{ table: labels.table }} />
      <TextField
        name="table"
        label={labels.table}
        hint={labels.hint}
        errors={errors('table')}
        defaultValue={typedValue(result, {}, 'table')}
        autoComplete="off"
        className="max-w-56"
        required
      />
      <SubmitButton variant="secondary" pending={labels.busy}>
        {labels.submit}
      </SubmitButton>
    </Form>
  )
}
