'use client'
import { useTranslations } from 'next-intl'
import { Form } from '@/components/base/forms/form'
import { FormErrors, useFieldErrors } from '@/components/base/forms/form-state'
import { controlClass, FieldErrors, fieldId } from '@/components/base/forms/field'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { useFormAction } from '@/components/base/forms/use-form-action'
import { Notice } from '@/components/base/ui/notice'
import { importChainAction } from '@/lib/monitor/chains/actions'

interface ImportFormProps {
  regionId: string
  /** What each column is called in the sheet. */
  columns: Readonly<Record<string, string>>
  labels: { file: string; look: string; reading: string; adding: string; sheet: string }
  /** Sentences with places for what only the answer knows: [count], [row], [column], [message], [name], [names]. */
  words: {
    faults: string
    ready: string
    done: string
    confirm: string
    fault: string
    sheetRead: string
    sheetOthers: string
  }
}

const fill = (text: string, values: Record<string, string | number>) =>
  Object.entries(values).reduce(
    (words, [name, value]) => words.replace(`[${name}]`, String(value)),
    text,
  )

/** A sheet is first read and told about; only then it is added. */
export function ImportForm({ regionId, columns, labels, words }: ImportFormProps) {
  const [result, send] = useFormAction(importChainAction)
  const errors = useFieldErrors(result)('sheet')
  const t = useTranslations('errors')
  const say = (key: string) => (t.has(key as 'required') ? t(key as 'required') : key)
  const outcome = result.status === 'ok' ? result.data : null
  const sheets = outcome?.sheets ?? []
  const ready = outcome !== null && outcome.written === 0 && outcome.faults.length === 0
  return (
    <div className="max-w-measure space-y-4">
      <Form action={send} result={result} noValidate className="space-y-4">
        <FormErrors result={result} labels={{ sheet: labels.file }} />
        <input type="hidden" name="regionId" value={regionId} />
        <label htmlFor={fieldId('sheet')} className="block font-semibold">
          {labels.file}
        </label>
        <FieldErrors name="sheet" errors={errors} />
        <input
          id={fieldId('sheet')}
          name="sheet"
          type="file"
          accept=".xlsx"
          aria-invalid={errors.length > 0 || undefined}
          className={controlClass}
        />
        {sheets.length < 2 ? null : (
          <div>
            <label htmlFor={fieldId('sheetName')} className="block font-semibold">
              {labels.sheet}
            </label>
            <select
              id={fieldId('sheetName')}
              name="sheetName"
              defaultValue={outcome?.sheet ?? ''}
              className={controlClass}
            >
              {sheets.map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        )}
        <SubmitButton variant="secondary" pending={labels.reading}>
          {labels.look}
        </SubmitButton>
      </Form>
      {outcome?.sheet ? (
        <p className="break-words">
          {fill(words.sheetRead, { name: outcome.sheet })}
          {sheets.length < 2
            ? null
            : ` ${fill(words.sheetOthers, { names: sheets.filter((name) => name !== outcome.sheet).join(', ') })}`}
        </p>
      ) : null}
      {outcome !== null && outcome.written > 0 ? (
        <Notice tone="success" live title={fill(words.done, { count: outcome.written })} />
      ) : null}
      {outcome !== null && outcome.faults.length > 0 ? (
        <Notice tone="error" live title={fill(words.faults, { count: outcome.faults.length })}>
          <ul>
            {outcome.faults.map((fault, index) => (
              <li key={index}>
                {fill(words.fault, {
                  row: fault.row,
                  column: columns[fault.column] ?? fault.column,
                  message: fill(say(fault.message), { row: fault.other ?? '' }),
                })}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {ready ? (
        <Form action={send} result={result} className="space-y-4">
          <Notice tone="info" live title={fill(words.ready, { count: outcome.rows.length })}>
            <ul>
              {outcome.rows.slice(0, 20).map((row) => (
                <li key={row.row}>
                  {[row.goal, row.measure, row.provider].filter(Boolean).join(' · ')}
                </li>
              ))}
            </ul>
          </Notice>
          <input type="hidden" name="regionId" value={regionId} />
          <input type="hidden" name="rows" value={JSON.stringify(outcome.rows)} />
          <SubmitButton pending={labels.adding}>
            {fill(words.confirm, { count: outcome.rows.length })}
          </SubmitButton>
        </Form>
      ) : null}
    </div>
  )
}
