'use client'
import { useFormStatus } from 'react-dom'
import type { ComponentProps, ReactNode } from 'react'
import { Button, type ButtonVariant } from '@/components/base/ui/button'

export function SubmitButton({
  children,
  pending,
  variant,
  name,
  value,
  ...props
}: Omit<ComponentProps<'button'>, 'type'> & {
  children: ReactNode
  pending: ReactNode
  variant?: ButtonVariant
}) {
  const status = useFormStatus()
  const mine = status.pending && (name === undefined || status.data.get(name) === value)
  return (
    <Button
      type="submit"
      variant={variant}
      name={name}
      value={value}
      aria-disabled={status.pending}
      onClick={(event) => status.pending && event.preventDefault()}
      {...props}
    >
      {mine ? pending : children}
    </Button>
  )
}
