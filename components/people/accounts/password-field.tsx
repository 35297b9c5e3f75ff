'use client'
import { useState, useSyncExternalStore } from 'react'
import { controlClass, described, Field, fieldId } from '@/components/base/forms/field'
import { VisuallyHidden } from '@/components/base/ui/text'

interface PasswordFieldProps {
  name: string
  label: string
  hint?: string
  errors: readonly string[]
  autoComplete: 'current-password' | 'new-password'
  labels: { show: string; hide: string }
}

const never = () => () => undefined

export function PasswordField({
  name,
  label,
  hint,
  errors,
  autoComplete,
  labels,
}: PasswordFieldProps) {
  const [shown, setShown] = useState(false)
  const canToggle = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  return (
    <Field name={name} label={label} hint={hint} errors={errors}>
      <div className="relative">
        <input
          id={fieldId(name)}
          name={name}
          type={shown ? 'text' : 'password'}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          aria-required
          {...described({ name, hint, errors })}
          className={`${controlClass} min-h-11 ${canToggle ? 'pr-28' : ''}`}
        />
        {canToggle ? (
          <button
            type="button"
            aria-controls={fieldId(name)}
            onClick={() => setShown(!shown)}
            className="absolute inset-y-0 right-0 rounded-md px-3 text-sm font-semibold text-green underline underline-offset-4"
          >
            {shown ? labels.hide : labels.show} <VisuallyHidden>{label}</VisuallyHidden>
          </button>
        ) : null}
      </div>
    </Field>
  )
}
