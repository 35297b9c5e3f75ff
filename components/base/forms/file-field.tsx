'use client'
import { useTranslations } from 'next-intl'
import { useState, type ChangeEvent } from 'react'
import { controlClass, described, Field, fieldId, type FieldProps } from './field'

/** A file that is too large is dropped here: the server would refuse typed text along with it. */
export function FileField({
  accept,
  maxBytes,
  tooLarge,
  errors = [],
  ...field
}: FieldProps & { accept: string; maxBytes: number; tooLarge?: string | undefined }) {
  const t = useTranslations('errors')
  const [isTooLarge, setTooLarge] = useState(false)
  const check = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const large = (target.files?.[0]?.size ?? 0) > maxBytes
    if (large) target.value = ''
    setTooLarge(large)
  }
  const all = isTooLarge ? [tooLarge ?? t('fileTooLarge')] : errors
  return (
    <Field {...field} errors={all}>
      <input
        id={fieldId(field.name, field.scope)}
        name={field.name}
        type="file"
        accept={accept}
        onChange={check}
        {...described({ ...field, errors: all })}
        className={`${controlClass} min-h-11 max-w-xl`}
      />
    </Field>
  )
}
