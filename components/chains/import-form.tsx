'use client'
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Form } from '@/components/forms/form'
import { FormErrors, useFieldErrors } from '@/components/forms/form-state'
import { controlClass, FieldErrors, fieldId } from '@/components/forms/field'
import { SubmitButton } from '@/components/forms/submit-button'
import { Notice } from '@/components/ui/notice'
import { importChainAction, type ImportOutcome } from '@/lib/chains/actions'
import { idle, type ActionResult } from '@/lib/platform/action-result'

interface ImportFormProps {
  regionId: string
  /** What each column is called in the sheet. */
  columns: Readonly<Record<string, string>>
  labels: { file: string; look: string; reading: string; adding: string }
  /** Sentences with places for what only the answer knows: [count], [row], [column], [message]. */
  words: { faults: string; ready: string; done: string; confirm: string; fault: string }
}

const fill = (text: string, values: Record<string, string | number>) => Object.entries(values).reduce((words, [name, value]) => words.replace(`[${name}]`, String(value)), text)

/** A sheet is first read and told about; only then it is added. */
export function ImportForm({ regionId, columns, labels, words }: ImportFormProps) {
  const [result, send] = useActionState<ActionResult<ImportOutcome>, FormData>(importChainAction, idle)
  const errors = useFieldErrors(result)('sheet')
  const t = useTranslations('errors')
  const say = (key: string) => (t.has(key as 'required') ? t(key as 'required') : key)
  const outcome = result.status === 'ok' ? result.data : null
  const ready = outcome !== null && outcome.written === 0 && outcome.faults.length === 0
  return (
    <div className="max-w-measure space-y-4">
      <Form action={send} result={result} noValidate className="space-y-4">
        <FormErrors result={result} labels={{ sheet: labels.file }} />
        <input type="hidden" name="regionId" value={regionId} />
        <label htmlFor={fieldId('sheet')} className="block font-semibold">{labels.file}</label>
        <FieldErrors name="sheet" errors={errors} />
        <input id={fieldId('sheet')} name="sheet" type="file" accept=".xlsx" aria-invalid={errors.length > 0 || undefined} className={controlClass} />
        <SubmitButton variant="secondary" pending={labels.reading}>{labels.look}</SubmitButton>
      </Form>
      {outcome !== null && outcome.written > 0 ? <Notice tone="success" live title={fill(words.done, { count: outcome.written })} /> : null}
      {outcome !== null && outcome.faults.length > 0 ? (
        <Notice tone="error" live title={fill(words.faults, { count: outcome.faults.length })}>
          <ul>
            {outcome.faults.map((fault, index) => (
              <li key={index}>{fill(words.fault, { row: fault.row, column: columns[fault.column] ?? fault.column, message: say(fault.message) })}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {ready ? (
        <Form action={send} result={result} className="space-y-4">
          <Notice tone="info" live title={fill(words.ready, { count: outcome.rows.length })}>
            <ul>
              {outcome.rows.slice(0, 20).map((row) => (
                <li key={row.row}>{[row.goal, row.measure, row.provider].filter(Boolean).join(' · ')}</li>
              ))}
            </ul>
          </Notice>
          <input type="hidden" name="regionId" value={regionId} />
          <input type="hidden" name="rows" value={JSON.stringify(outcome.rows)} />
          <SubmitButton pending={labels.adding}>{fill(words.confirm, { count: outcome.rows.length })}</SubmitButton>
        </Form>
      ) : null}
    </div>
  )
}
