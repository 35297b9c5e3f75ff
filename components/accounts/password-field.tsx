'use client'
import { useState, useSyncExternalStore } from 'react'
import { controlClass, described, Field, fieldId } from '@/components/forms/field'
import { Button } from '@/components/ui/button'

interface PasswordFieldProps {
  name: string
  label: string
  hint?: string
  errors: readonly string[]
  autoComplete: 'current-password' | 'new-password'
  labels: { show: string; hide: string }
}

const never = () => () => undefined

/** A password, with a button to see what one types. The button appears once it can work. */
export function PasswordField({ name, label, hint, errors, autoComplete, labels }: PasswordFieldProps) {
  const [shown, setShown] = useState(false)
  const canToggle = useSyncExternalStore(never, () => true, () => false)
  return (
    <Field name={name} label={label} hint={hint} errors={errors}>
      <div className="flex flex-wrap items-center gap-2">
        <input
          id={fieldId(name)}
          name={name}
          type={shown ? 'text' : 'password'}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          aria-required
          {...described({ name, hint, errors })}
          className={`${controlClass} min-h-11 min-w-0 flex-1 basis-56`}
        />
        {canToggle ? (
          <Button variant="quiet" aria-controls={fieldId(name)} onClick={() => setShown(!shown)}>
            {shown ? labels.hide : labels.show}
          </Button>
        ) : null}
      </div>
    </Field>
  )
}
