'use client'
import { type ReactNode } from 'react'
import type { ButtonVariant } from '@/components/base/ui/button'
import type { ActionResult } from '@/lib/base/http/action-result'
import { Form } from './form'
import { FormErrors } from './form-state'
import { SubmitButton } from './submit-button'
import { useFormAction } from './use-form-action'

interface ActFormProps<T> {
  action: (previous: ActionResult<T>, form: FormData) => Promise<ActionResult<T>>
  about: Readonly<Record<string, string | number>>
  label: ReactNode
  /** The full accessible name where acts share a label; starts with the label. */
  name?: string
  pending: string
  variant?: ButtonVariant
  children?: ReactNode
}

export function ActForm<T>({
  action,
  about,
  label,
  name: fullName,
  pending,
  variant,
  children,
}: ActFormProps<T>) {
  const [result, send] = useFormAction(action)
  return (
    <Form action={send} result={result} className="space-y-4">
      <FormErrors result={result} labels={{}} />
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <SubmitButton variant={variant} pending={pending} aria-label={fullName}>
        {label}
      </SubmitButton>
    </Form>
  )
}
