import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import {
  described,
  errorEdge,
  FieldErrors,
  fieldId,
  FieldGroup,
  Hint,
  type FieldProps,
} from './field'
import type { Option } from './inputs'

const BOX = 'mt-1 size-5 shrink-0 accent-green'

export function CheckboxField({
  name,
  label,
  hint,
  errors = [],
  scope,
  value = 'on',
  defaultChecked,
}: FieldProps & { value?: string; defaultChecked?: boolean }) {
  return (
    <div className={errorEdge(errors)}>
      <FieldErrors name={name} scope={scope} errors={errors} />
      <label className="flex min-h-11 items-start gap-3 py-1">
        <input
          id={fieldId(name, scope)}
          type="checkbox"
          name={name}
          value={value}
          defaultChecked={defaultChecked}
          {...described({ name, hint, errors, scope })}
          className={BOX}
        />
        <span>{label}</span>
      </label>
      <Hint name={name} scope={scope}>
        {hint}
      </Hint>
    </div>
  )
}

export function RadioGroup({
  options,
  defaultValue,
  ...field
}: FieldProps & {
  options: readonly (Option & { content?: ReactNode })[]
  defaultValue?: string | undefined
}) {
  return (
    <FieldGroup {...field}>
      <div className="space-y-2">
        {options.map((option) => (
          <label
            key={option.value}
            className="flex items-start gap-3 rounded-md border border-hairline bg-raised px-4 py-3 has-checked:border-green has-checked:bg-green-wash"
          >
            <input
              type="radio"
              name={field.name}
              value={option.value}
              defaultChecked={option.value === defaultValue}
              className={BOX}
            />
            <span className="min-w-0">
              <span className="block font-semibold">{option.label}</span>
              {option.hint ? <span className="block text-sm text-muted">{option.hint}</span> : null}
              {option.content}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}

export interface OptionGroup {
  label: string
  options: readonly Option[]
}

/** Groups with a choice are open, so nothing chosen is hidden. Works without JavaScript. */
export function CheckboxGroup({
  groups,
  selected,
  ...field
}: FieldProps & { groups: readonly OptionGroup[]; selected: readonly string[] }) {
  const t = useTranslations('forms')
  const chosen = new Set(selected)
  return (
    <FieldGroup {...field}>
      <div className="rounded-md border border-hairline bg-raised">
        {groups.map((group) => {
          const count = group.options.filter((option) => chosen.has(option.value)).length
          const list = <CheckboxList name={field.name} options={group.options} chosen={chosen} />
          return groups.length === 1 ? (
            <div key={group.label} className="p-3">
              {list}
            </div>
          ) : (
            <details
              key={group.label}
              open={count > 0}
              className="border-b border-hairline last:border-b-0"
            >
              <summary className="min-h-11 px-4 py-2.5">
                {group.label}{' '}
                {count > 0 ? (
                  <span className="text-sm text-green">{t('chosen', { count })}</span>
                ) : null}
              </summary>
              <div className="px-4 pb-3">{list}</div>
            </details>
          )
        })}
      </div>
    </FieldGroup>
  )
}

export function CheckboxList({
  name,
  options,
  chosen,
}: {
  name: string
  options: readonly Option[]
  chosen: ReadonlySet<string>
}) {
  return (
    <ul className="grid gap-x-6 sm:grid-cols-2">
      {options.map((option) => (
        <li key={option.value}>
          <label className="flex min-h-9 items-start gap-3 py-1">
            <input
              type="checkbox"
              name={name}
              value={option.value}
              defaultChecked={chosen.has(option.value)}
              className={BOX}
            />
            <span className="min-w-0">
              {option.label}
              {option.hint ? <span className="block text-sm text-muted">{option.hint}</span> : null}
            </span>
          </label>
        </li>
      ))}
    </ul>
  )
}
