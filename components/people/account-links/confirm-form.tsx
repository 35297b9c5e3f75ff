'use client'
import { Form } from '@/components/base/forms/form'
import { FormErrors } from '@/components/base/forms/form-state'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { useFormAction } from '@/components/base/forms/use-form-action'
import { Notice } from '@/components/base/ui/notice'
import { confirmAddressAction } from '@/lib/people/account-links/actions'

interface ConfirmFormProps {
  token: string
  labels: { submit: string; busy: string; half: string; done: string }
}

export function ConfirmForm({ token, labels }: ConfirmFormProps) {
  const [result, send] = useFormAction(confirmAddressAction)
  if (result.status === 'ok')
    return (
      <Notice tone={result.data.done ? 'success' : 'info'} live>
        {result.data.done ? labels.done : labels.half}
      </Notice>
    )
  return (
    <Form action={send} result={result} className="space-y-4">
      <FormErrors result={result} labels={{}} />
      <input type="hidden" name="token" value={token} />
      <SubmitButton pending={labels.busy}>{labels.submit}</SubmitButton>
    </Form>
  )
}
