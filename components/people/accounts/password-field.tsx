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
  scope?: string
}

const never = () => () => undefined

/** The show button appears once scripts run. */
export function PasswordField({
  name,
  label,
  hint,
  errors,
  autoComplete,
  labels,
  scope,
}: PasswordFieldProps) {
  const [shown, setShown] = useState(false)
  const canToggle = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  return (
    <Field {...{ name, label, hint, errors, scope }}>
      <div className="relative">
        <input
          id={fieldId(name, scope)}
          name={name}
          type={shown ? 'text' : 'password'}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          aria-required
          {...described({ name, hint, errors, scope })}
          className={`${controlClass} min-h-11 ${canToggle ? 'pr-28' : ''}`}
        />
        {canToggle ? (
          <button
            type="button"
            aria-controls={fieldId(name, scope)}
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
