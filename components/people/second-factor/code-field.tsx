'use client'
import { TextField } from '@/components/base/forms/inputs'

interface CodeFieldProps {
  label: string
  hint: string
  errors: readonly string[]
}

/** Phones and password managers fill it in by its name for them. */
export function CodeField({ label, hint, errors }: CodeFieldProps) {
  return (
    <TextField
      name="code"
      scope="app"
      label={label}
      hint={hint}
      errors={errors}
      required
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={20}
      className="max-w-48 tabular"
    />
  )
}
