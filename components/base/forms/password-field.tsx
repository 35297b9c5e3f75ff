'use client'
import { useState, useSyncExternalStore } from 'react'
import { useTranslations } from 'next-intl'
import { controlClass, described, Field, fieldId } from './field'
import { VisuallyHidden } from '@/components/base/ui/text'

interface PasswordFieldProps {
  name: string
  label: string
  hint?: string | undefined
  errors: readonly string[]
  autoComplete: 'current-password' | 'new-password'
  scope?: string | undefined
}

const never = () => () => undefined

/** The show button appears once scripts run. */
export function PasswordField({
  name,
  label,
  hint,
  errors,
  autoComplete,
  scope,
}: PasswordFieldProps) {
  const t = useTranslations('forms')
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
            {shown ? t('hidePassword') : t('showPassword')} <VisuallyHidden>{label}</VisuallyHidden>
          </button>
        ) : null}
      </div>
    </Field>
  )
}
