'use client'
import type { ButtonVariant } from '@/components/base/ui/button'
import { Disclosure } from '@/components/base/ui/disclosure'
import { Notice } from '@/components/base/ui/notice'
import { type ActionResult, type FormValues } from '@/lib/base/http/action-result'
import { CheckboxField } from './choices'
import { ConflictScreen } from './conflict-screen'
import { Form } from './form'
import { FormErrors, SavedState, useFieldErrors } from './form-state'
import { FileField } from './file-field'
import { DateField, NumberField, SelectField, TextArea, TextField, type Option } from './inputs'
import { SubmitButton } from './submit-button'
import { typedValue } from './typed-values'
import { useFormAction } from './use-form-action'

interface Named {
  name: string
  label: string
  hint?: string | undefined
}

/** Serializable field definitions, so that one client component serves every plain form. */
export type FieldSpec =
  | { kind: 'heading'; label: string }
  | (Named & { kind: 'text' | 'textarea' | 'number' | 'date' | 'checkbox' })
  | (Named & { kind: 'select'; options: readonly Option[] })
  | (Named & { kind: 'file'; accept: string; maxBytes: number })

type Saved<Advice extends string> = ActionResult<{ savedAt: string; advice?: Advice }>

export interface FieldsFormProps<Advice extends string> {
  action: (previous: Saved<Advice>, form: FormData) => Promise<Saved<Advice>>
  fields: readonly FieldSpec[]
  stored: FormValues
  about: Readonly<Record<string, string | number>>
  labels: {
    submit: string
    busy: string
    /** What happened and what comes next, where "saved" does not fit the act. */
    done?: string
    /** What to say after a save that could be better. */ advice?: Readonly<Record<Advice, string>>
  }
  summary?: string
  variant?: ButtonVariant
  scope?: string
}

function FieldOf({
  spec,
  value,
  errors,
  scope,
}: {
  spec: FieldSpec
  value: string
  errors: string[]
  scope: string | undefined
}) {
  if (spec.kind === 'heading')
    return <h4 className="border-t border-hairline pt-5 font-serif text-lg">{spec.label}</h4>
  const field = { name: spec.name, label: spec.label, hint: spec.hint, errors, scope }
  if (spec.kind === 'select')
    return <SelectField key={value} {...field} options={spec.options} defaultValue={value} />
  if (spec.kind === 'file')
    return <FileField {...field} accept={spec.accept} maxBytes={spec.maxBytes} />
  if (spec.kind === 'checkbox')
    return <CheckboxField key={value} {...field} defaultChecked={value === 'on'} />
  if (spec.kind === 'textarea') return <TextArea {...field} defaultValue={value} rows={4} />
  const Input = spec.kind === 'number' ? NumberField : spec.kind === 'date' ? DateField : TextField
  return <Input {...field} defaultValue={value} />
}

export function FieldsForm<Advice extends string = never>({
  action,
  fields,
  stored,
  about,
  labels,
  summary,
  variant,
  scope,
}: FieldsFormProps<Advice>) {
  const [result, send] = useFormAction(action)
  const errors = useFieldErrors(result)
  const named = fields.flatMap((spec) => (spec.kind === 'heading' ? [] : [spec]))
  const texts = named.filter(({ kind }) => kind !== 'file')
  const labelByName = Object.fromEntries(named.map(({ name, label }) => [name, label]))
  const form = (
    <Form action={send} result={result} noValidate className="max-w-measure space-y-6">
      <FormErrors result={result} labels={labelByName} scope={scope} />
      {result.status === 'conflict' ? (
        <ConflictScreen mine={result.values} theirs={result.theirs} fields={texts} />
      ) : null}
      {Object.entries(about).map(([name, value]) => (
        <input
          key={name}
          type="hidden"
          name={name}
          value={name === 'version' && result.status === 'conflict' ? result.theirVersion : value}
        />
      ))}
      {fields.map((spec, index) => (
        <FieldOf
          key={index}
          scope={scope}
          spec={spec}
          value={spec.kind === 'heading' ? '' : typedValue(result, stored, spec.name)}
          errors={spec.kind === 'heading' ? [] : errors(spec.name)}
        />
      ))}
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton variant={variant} pending={labels.busy}>
          {labels.submit}
        </SubmitButton>
        <SavedState
          savedAt={result.status === 'ok' ? result.data.savedAt : null}
          done={labels.done}
        />
      </div>
      {result.status === 'ok' && result.data.advice !== undefined && labels.advice ? (
        <Notice tone="attention">{labels.advice[result.data.advice]}</Notice>
      ) : null}
    </Form>
  )
  if (summary === undefined) return form
  return (
    <Disclosure summary={summary} open={result.status === 'idle' ? undefined : true}>
      <div className="py-3">{form}</div>
    </Disclosure>
  )
}
