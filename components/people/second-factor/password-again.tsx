'use client'
import { useTranslations } from 'next-intl'
import { PasswordField } from '@/components/base/forms/password-field'

interface PasswordAgainProps {
  email: string
  errors: readonly string[]
  scope: string
}

/** The password once more; the address tells a password manager which one. */
export function PasswordAgain({ email, errors, scope }: PasswordAgainProps) {
  const t = useTranslations('secondFactor.setUp')
  return (
    <>
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        name="password"
        label={t('password')}
        hint={t('passwordHint')}
        errors={errors}
        autoComplete="current-password"
        scope={scope}
      />
    </>
  )
}
