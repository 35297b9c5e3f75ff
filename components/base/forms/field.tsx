import type { ReactNode } from 'react'

export interface FieldProps {
  name: string
  label: ReactNode
  hint?: ReactNode
  errors?: readonly string[]
  required?: boolean
  /** What somebody said of this field; stands between the label and the control. */
  remark?: ReactNode
  /** Separates ids from the same field in another form on the page. */
  scope?: string | undefined
}

export const fieldId = (name: string, scope = '') =>
  `field-${scope === '' ? '' : `${scope}-`}${name.replaceAll('.', '-')}`
export const labelId = (name: string, scope?: string) => `${fieldId(name, scope)}-label`
const hintId = (name: string, scope?: string) => `${fieldId(name, scope)}-hint`
const errorId = (name: string, scope?: string) => `${fieldId(name, scope)}-error`

export function described({
  name,
  hint,
  errors = [],
  scope,
}: Pick<FieldProps, 'name' | 'hint' | 'errors' | 'scope'>) {
  const ids = [
    hint ? hintId(name, scope) : null,
    errors.length > 0 ? errorId(name, scope) : null,
  ].filter(Boolean)
  return {
    'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined,
    'aria-invalid': errors.length > 0 ? true : undefined,
  }
}

export function Hint({
  name,
  scope,
  children,
}: {
  name: string
  scope?: string | undefined
  children: ReactNode
}) {
  return children ? (
    <p id={hintId(name, scope)} className="mt-0.5 text-sm text-muted">
      {children}
    </p>
  ) : null
}

export function FieldErrors({
  name,
  scope,
  errors = [],
}: {
  name: string
  scope?: string | undefined
  errors?: readonly string[] | undefined
}) {
  return errors.length > 0 ? (
    <p id={errorId(name, scope)} className="mt-1 font-semibold text-clay">
      {errors.join(' ')}
    </p>
  ) : null
}

export const errorEdge = (errors: readonly string[]) =>
  errors.length > 0 ? 'border-l-4 border-clay pl-4' : ''

function FieldBody({
  name,
  hint,
  errors,
  scope,
  remark,
  children,
}: Omit<FieldProps, 'label'> & { children: ReactNode }) {
  return (
    <>
      <Hint name={name} scope={scope}>
        {hint}
      </Hint>
      {remark}
      <FieldErrors name={name} scope={scope} errors={errors} />
      <div className="mt-2">{children}</div>
    </>
  )
}

export function Field({
  name,
  label,
  hint,
  errors = [],
  scope,
  remark,
  children,
}: FieldProps & { children: ReactNode }) {
  return (
    <div className={errorEdge(errors)}>
      <label
        id={labelId(name, scope)}
        htmlFor={fieldId(name, scope)}
        className="block font-semibold"
      >
        {label}
      </label>
      <FieldBody {...{ name, hint, errors, scope, remark }}>{children}</FieldBody>
    </div>
  )
}

export function FieldGroup({
  name,
  label,
  hint,
  errors = [],
  scope,
  remark,
  children,
}: FieldProps & { children: ReactNode }) {
  return (
    <fieldset
      id={fieldId(name, scope)}
      tabIndex={-1}
      {...described({ name, hint, errors, scope })}
      className={`min-w-0 ${errorEdge(errors)}`}
    >
      <legend className="font-semibold">{label}</legend>
      <FieldBody {...{ name, hint, errors, scope, remark }}>{children}</FieldBody>
    </fieldset>
  )
}

export const controlClass =
  'block w-full rounded-md border border-edge bg-raised px-3 py-2 text-base text-ink placeholder:text-muted aria-invalid:border-2 aria-invalid:border-clay'
