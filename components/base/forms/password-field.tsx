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
}

const never = () => () => undefined

export function PasswordField({ name, label, hint, errors, autoComplete }: PasswordFieldProps) {
  const t = useTranslations('forms')
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
            {shown ? t('hidePassword') : t('showPassword')} <VisuallyHidden>{label}</VisuallyHidden>
          </button>
        ) : null}
      </div>
    </Field>
  )
}
