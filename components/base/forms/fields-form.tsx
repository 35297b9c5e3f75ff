'use client'
import type { ReactNode } from 'react'
import type { ButtonVariant } from '@/components/base/ui/button'
import { Disclosure } from '@/components/base/ui/disclosure'
import { Notice } from '@/components/base/ui/notice'
import { type ActionResult, type FormValues } from '@/lib/base/http/action-result'
import { CheckboxField } from './choices'
import { ConflictScreen } from './conflict-screen'
import { Form, useFormContext } from './form'
import { FormErrors, SavedState, useFieldErrors } from './form-state'
import { FileField } from './file-field'
import { PasswordField } from './password-field'
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
  /** What each choice of the field above means. */
  | { kind: 'meanings'; label: string; items: readonly { term: string; text: string }[] }
  | (Named & { kind: 'textarea' | 'number' | 'date' | 'checkbox' })
  | (Named & { kind: 'text' | 'email'; autoComplete?: string })
  | (Named & {
      kind: 'password'
      autoComplete: 'current-password' | 'new-password'
      /** For password managers, where the form asks for no address. */
      username?: string
    })
  | (Named & { kind: 'select'; options: readonly Option[] })
  | (Named & { kind: 'file'; accept: string; maxBytes: number; tooLarge?: string })

type Words = Extract<FieldSpec, { kind: 'heading' | 'meanings' }>

/** Words between the fields, which hold nothing to send. */
export const isWords = (spec: FieldSpec): spec is Words =>
  spec.kind === 'heading' || spec.kind === 'meanings'

type Done<Advice extends string, Extra> = { savedAt: string; advice?: Advice } & Extra
type Saved<Advice extends string, Extra> = ActionResult<Done<Advice, Extra>>

export interface FieldsFormProps<Advice extends string, Extra = unknown> {
  action: (previous: Saved<Advice, Extra>, form: FormData) => Promise<Saved<Advice, Extra>>
  fields: readonly FieldSpec[]
  stored: FormValues
  about: Readonly<Record<string, string | number>>
  labels: {
    submit: string
    busy: string
    /** What happened and what happens next, instead of when it was saved. */
    done?: string
    /** What to say after a save that could be better. */
    advice?: Readonly<Record<Advice, string>>
  }
  summary?: string
  variant?: ButtonVariant
  scope?: string
  /** What the save changed, from a form in the browser. */
  after?: (data: Done<Advice, Extra>) => ReactNode
}

const EMAIL_INPUT = { type: 'email', autoCapitalize: 'none', spellCheck: false } as const

function WordsBetween({ spec }: { spec: Words }) {
  if (spec.kind === 'heading')
    return <h4 className="border-t border-hairline pt-5 font-serif text-lg">{spec.label}</h4>
  return (
    <Disclosure summary={spec.label} className="text-sm" open>
      <dl className="space-y-2">
        {spec.items.map(({ term, text }) => (
          <div key={term}>
            <dt className="font-semibold">{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  )
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
  if (isWords(spec)) return <WordsBetween spec={spec} />
  const field = { name: spec.name, label: spec.label, hint: spec.hint, errors, scope }
  if (spec.kind === 'select')
    return <SelectField key={value} {...field} options={spec.options} defaultValue={value} />
  if (spec.kind === 'password')
    return (
      <>
        {spec.username === undefined ? null : (
          <input type="text" autoComplete="username" value={spec.username} readOnly hidden />
        )}
        <PasswordField {...field} autoComplete={spec.autoComplete} />
      </>
    )
  if (spec.kind === 'file')
    return (
      <FileField
        {...field}
        accept={spec.accept}
        maxBytes={spec.maxBytes}
        tooLarge={spec.tooLarge}
      />
    )
  if (spec.kind === 'checkbox')
    return <CheckboxField key={value} {...field} defaultChecked={value === 'on'} />
  if (spec.kind === 'textarea') return <TextArea {...field} defaultValue={value} rows={4} />
  if (spec.kind === 'text' || spec.kind === 'email')
    return (
      <TextField
        {...field}
        {...(spec.kind === 'email' && EMAIL_INPUT)}
        autoComplete={spec.autoComplete}
        defaultValue={value}
      />
    )
  const Input = spec.kind === 'number' ? NumberField : DateField
  return <Input {...field} defaultValue={value} />
}

export function FieldsForm<Advice extends string = never, Extra = unknown>({
  action,
  fields,
  stored,
  about,
  labels,
  summary,
  variant,
  scope,
  after,
}: FieldsFormProps<Advice, Extra>) {
  const [result, send] = useFormAction(action)
  const errors = useFieldErrors(result)
  const named = fields.flatMap((spec) => (isWords(spec) ? [] : [spec]))
  const texts = named.filter(({ kind }) => kind !== 'file' && kind !== 'password')
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
          value={isWords(spec) ? '' : typedValue(result, stored, spec.name)}
          errors={isWords(spec) ? [] : errors(spec.name)}
        />
      ))}
      <FormEnd result={result} labels={labels} variant={variant} after={after} />
    </Form>
  )
  if (summary === undefined) return form
  return (
    <Disclosure summary={summary} open={result.status === 'idle' ? undefined : true}>
      <div className="py-3">{form}</div>
    </Disclosure>
  )
}

/** The button, and what became of the last press. */
function FormEnd<Advice extends string, Extra>({
  result,
  labels,
  variant,
  after,
}: Pick<FieldsFormProps<Advice, Extra>, 'labels' | 'variant' | 'after'> & {
  result: Saved<Advice, Extra>
}) {
  const isSaved = result.status === 'ok'
  const { unsaved } = useFormContext()
  return (
    <>
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton variant={variant} pending={labels.busy}>
          {labels.submit}
        </SubmitButton>
        <SavedState savedAt={isSaved && labels.done === undefined ? result.data.savedAt : null} />
      </div>
      {labels.done && isSaved && !unsaved ? (
        <Notice tone="success" live>
          {labels.done}
        </Notice>
      ) : null}
      {after && isSaved && !unsaved ? after(result.data) : null}
      {isSaved && result.data.advice !== undefined && labels.advice ? (
        <Notice tone="attention">{labels.advice[result.data.advice]}</Notice>
      ) : null}
    </>
  )
}
