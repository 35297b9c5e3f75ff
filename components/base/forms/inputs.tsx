import type { ComponentProps } from 'react'
import { controlClass, described, Field, fieldId, type FieldProps } from './field'

type InputProps = FieldProps & Omit<ComponentProps<'input'>, 'name' | 'id'>

export function TextField({
  name,
  label,
  hint,
  errors,
  required,
  scope,
  remark,
  className = '',
  ...props
}: InputProps) {
  return (
    <Field {...{ name, label, hint, errors, required, scope, remark }}>
      <input
        id={fieldId(name, scope)}
        name={name}
        type="text"
        aria-required={required}
        {...described({ name, hint, errors, scope })}
        className={`${controlClass} min-h-11 ${className}`}
        {...props}
      />
    </Field>
  )
}

export function NumberField(props: InputProps) {
  return (
    <TextField inputMode="decimal" autoComplete="off" {...props} className="max-w-48 tabular" />
  )
}

export function DateField(props: InputProps) {
  return <TextField {...props} type="date" className="max-w-56" />
}

type TextAreaProps = FieldProps & Omit<ComponentProps<'textarea'>, 'name' | 'id'>

export function TextArea({
  name,
  label,
  hint,
  errors,
  required,
  scope,
  remark,
  rows = 4,
  ...props
}: TextAreaProps) {
  return (
    <Field {...{ name, label, hint, errors, required, scope, remark }}>
      <textarea
        id={fieldId(name, scope)}
        name={name}
        rows={rows}
        aria-required={required}
        {...described({ name, hint, errors, scope })}
        className={`${controlClass} leading-relaxed`}
        {...props}
      />
    </Field>
  )
}

export interface Option {
  value: string
  label: string
  hint?: string
}

type SelectProps = FieldProps &
  Omit<ComponentProps<'select'>, 'name' | 'id'> & { options: readonly Option[] }

export function SelectField({
  name,
  label,
  hint,
  errors,
  required,
  scope,
  remark,
  options,
  ...props
}: SelectProps) {
  return (
    <Field {...{ name, label, hint, errors, required, scope, remark }}>
      <select
        id={fieldId(name, scope)}
        name={name}
        aria-required={required}
        {...described({ name, hint, errors, scope })}
        className={`${controlClass} min-h-11 max-w-96`}
        {...props}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
