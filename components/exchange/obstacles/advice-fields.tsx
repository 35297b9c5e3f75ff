'use client'
import type { ReactNode } from 'react'
import { FieldGroup } from '@/components/base/forms/field'
import { Form } from '@/components/base/forms/form'
import { FormErrors, useFieldErrors } from '@/components/base/forms/form-state'
import { TextArea, TextField } from '@/components/base/forms/inputs'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { typedValue, typedValues } from '@/components/base/forms/typed-values'
import { useFormAction } from '@/components/base/forms/use-form-action'
import type { ActionResult, FormValues, Saved } from '@/lib/base/http/action-result'
import { saveAdviceAction } from '@/lib/exchange/advices/actions'
import type { WORDS } from './advice-texts'

interface Choice {
  slug: string
  words: ReactNode
}

interface AdviceFieldsProps {
  /** Where the files come from: the same fields, fetched. */
  fileAddress: string
  initial: ActionResult<Saved>
  values: FormValues
  chosen: readonly Choice[]
  labels: Readonly<Record<keyof typeof WORDS, string>>
  hints: Readonly<Record<'aan' | 'inleiding' | 'gevraagd', string>>
  keep: { hint: string; submit: string; busy: string }
  files: ReactNode
}

function Choices({ chosen, ticked }: { chosen: readonly Choice[]; ticked: readonly string[] }) {
  return (
    <ul>
      {chosen.map(({ slug, words }) => (
        <li key={slug} className="border-t border-hairline last:border-b">
          <label className="flex min-h-11 items-start gap-3 py-2">
            <input
              key={String(ticked.includes(slug))}
              type="checkbox"
              name="knelpunt"
              value={slug}
              defaultChecked={ticked.includes(slug)}
              className="mt-1 size-5 shrink-0 accent-green"
            />
            <span className="min-w-0">{words}</span>
          </label>
        </li>
      ))}
    </ul>
  )
}

export function AdviceFields({
  fileAddress,
  initial,
  values,
  chosen,
  labels,
  hints,
  keep,
  files,
}: AdviceFieldsProps) {
  const [result, send] = useFormAction(saveAdviceAction, initial)
  const errors = useFieldErrors(result)
  const field = (name: 'titel' | 'aan' | 'inleiding' | 'gevraagd') => ({
    name,
    label: labels[name],
    defaultValue: typedValue(result, values, name),
    errors: errors(name),
  })
  return (
    <Form action={fileAddress} result={result} noValidate className="max-w-measure space-y-8">
      <FormErrors result={result} labels={labels} />
      <FieldGroup name="knelpunt" label={labels.knelpunt} errors={errors('knelpunt')}>
        <Choices chosen={chosen} ticked={typedValues(result, values, 'knelpunt')} />
      </FieldGroup>
      <TextField {...field('titel')} maxLength={140} required />
      <TextField {...field('aan')} hint={hints.aan} maxLength={140} />
      <TextArea {...field('inleiding')} hint={hints.inleiding} rows={5} maxLength={3_000} />
      <TextArea {...field('gevraagd')} hint={hints.gevraagd} rows={5} maxLength={3_000} />
      {files}
      <div className="border-t border-hairline pt-6">
        <p className="mb-4 text-muted">{keep.hint}</p>
        <SubmitButton formAction={send} pending={keep.busy}>
          {keep.submit}
        </SubmitButton>
      </div>
    </Form>
  )
}
