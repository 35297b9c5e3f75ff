'use client'
import { type ReactNode } from 'react'
import { FormErrors } from '@/components/base/forms/form-state'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { useFormAction } from '@/components/base/forms/use-form-action'
import { Notice } from '@/components/base/ui/notice'
import { stopMailAction } from '@/lib/people/messages/actions'

interface StopFormProps {
  token: string
  labels: { submit: string; busy: string; done: string }
  after: ReactNode
}

export function StopForm({ token, labels, after }: StopFormProps) {
  const [result, send] = useFormAction(stopMailAction)
  if (result.status === 'ok') {
    return (
      <Notice tone="success" live title={labels.done}>
        {after}
      </Notice>
    )
  }
  return (
    <form action={send} className="space-y-4">
      <FormErrors result={result} labels={{}} />
      <input type="hidden" name="token" value={token} />
      <SubmitButton pending={labels.busy}>{labels.submit}</SubmitButton>
    </form>
  )
}
