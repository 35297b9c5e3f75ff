'use client'
import { Form } from '@/components/base/forms/form'
import { FormErrors, useFieldErrors } from '@/components/base/forms/form-state'
import { TextArea } from '@/components/base/forms/inputs'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { typedValue } from '@/components/base/forms/typed-values'
import { useFormAction } from '@/components/base/forms/use-form-action'
import { returnAction } from '@/lib/knowledge/revisions/actions'

export function ReturnForm({
  revisionId,
  version,
  labels,
}: {
  revisionId: string
  version: number
  labels: { reason: string; reasonHint: string; submit: string; busy: string }
}) {
  const [result, action] = useFormAction(returnAction)
  const errors = useFieldErrors(result)
  return (
    <Form action={action} result={result} noValidate className="space-y-5">
      <FormErrors result={result} labels={{ reason: labels.reason }} />
      <input type="hidden" name="revisionId" value={revisionId} />
      <input type="hidden" name="version" value={version} />
      <TextArea
        name="reason"
        label={labels.reason}
        hint={labels.reasonHint}
        rows={5}
        errors={errors('reason')}
        defaultValue={typedValue(result, {}, 'reason')}
      />
      <SubmitButton variant="danger" pending={labels.busy}>
        {labels.submit}
      </SubmitButton>
    </Form>
  )
}
