import type { ComponentProps } from 'react'
import { controlClass, controlProps, Field, type FieldProps } from './field'

type InputProps = FieldProps & Omit<ComponentProps<'input'>, 'name' | 'id'>

export function TextField({
  name,
  label,
  hint,
  errors,
  required,
  scope,
  className = '',
  ...props
}: InputProps) {
  return (
    <Field {...{ name, label, hint, errors, required, scope }}>
      <input
        {...controlProps({ name, hint, errors, required, scope })}
        type="text"
        className={`${controlClass} min-h-11 ${className}`}
        {...props}
      />
    </Field>
  )
}

/** Accepts a comma or a point. */
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
  rows = 4,
  ...props
}: TextAreaProps) {
  return (
    <Field {...{ name, label, hint, errors, required, scope }}>
      <textarea
        {...controlProps({ name, hint, errors, required, scope })}
        rows={rows}
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
  options,
  ...props
}: SelectProps) {
  return (
    <Field {...{ name, label, hint, errors, required, scope }}>
      <select
        {...controlProps({ name, hint, errors, required, scope })}
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
