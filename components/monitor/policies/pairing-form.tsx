'use client'
import { Form } from '@/components/base/forms/form'
import { FormErrors, SavedState } from '@/components/base/forms/form-state'
import { TextField } from '@/components/base/forms/inputs'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { typedValue } from '@/components/base/forms/typed-values'
import { useFormAction } from '@/components/base/forms/use-form-action'
import { Notice } from '@/components/base/ui/notice'
import type { ActionResult } from '@/lib/base/http/action-result'
import { savePairingAction } from '@/lib/monitor/policies/actions'

export interface PairingRow {
  name: string
  id: string
  title: string
  detail: string
  linked: boolean
  note: string
  nested: boolean
}

interface PairingFormProps {
  initiativeId: string
  rows: readonly PairingRow[]
  labels: { legend: string; note: string; submit: string; busy: string; conflict: string }
}

const isSent = ({ status }: ActionResult<unknown>) =>
  status === 'invalid' || status === 'error' || status === 'conflict'

function PairingItem({
  row,
  result,
  noteLabel,
}: {
  row: PairingRow
  result: ActionResult<unknown>
  noteLabel: string
}) {
  const { name, id, title, detail, linked, note, nested } = row
  const ticked = isSent(result) ? typedValue(result, {}, `${name}.linked`) === 'on' : linked
  return (
    <li className={`py-3 ${nested ? 'pl-8' : ''}`}>
      <input type="hidden" name={`${name}.id`} value={id} />
      {linked ? <input type="hidden" name={`${name}.was`} value="on" /> : null}
      <input type="hidden" name={`${name}.wasNote`} value={note} />
      <label className="flex min-h-9 cursor-pointer items-start gap-3">
        <input
          key={String(ticked)}
          type="checkbox"
          name={`${name}.linked`}
          value="on"
          defaultChecked={ticked}
          className="mt-1 size-5 shrink-0 accent-green"
        />
        <span className="min-w-0">
          <span className={nested ? '' : 'font-serif text-lg leading-snug font-semibold'}>
            {title}
          </span>
          {detail === '' ? null : <span className="block text-sm text-muted">{detail}</span>}
        </span>
      </label>
      <div className="mt-1 pl-8 text-sm">
        <TextField
          name={`${name}.note`}
          label={noteLabel}
          defaultValue={typedValue(result, { [`${name}.note`]: note }, `${name}.note`)}
        />
      </div>
    </li>
  )
}

export function PairingForm({ initiativeId, rows, labels }: PairingFormProps) {
  const [result, action] = useFormAction(savePairingAction)
  return (
    <Form action={action} result={result} noValidate className="max-w-4xl space-y-6">
      <FormErrors
        result={result}
        labels={Object.fromEntries(rows.map(({ name, title }) => [`${name}.note`, title]))}
      />
      {result.status === 'conflict' ? (
        <Notice tone="attention" title={labels.conflict} live>
          <ul>
            {rows
              .filter(({ name }) => result.theirs[`${name}.note`] !== undefined)
              .map(({ name, title }) => (
                <li
                  key={name}
                >{`${title}: ${typedValue({ status: 'idle' }, result.theirs, `${name}.note`)}`}</li>
              ))}
          </ul>
        </Notice>
      ) : null}
      <input type="hidden" name="initiativeId" value={initiativeId} />
      <fieldset>
        <legend className="mb-2 font-semibold">{labels.legend}</legend>
        <ul className="divide-y divide-hairline border-y border-hairline">
          {rows.map((row) => (
            <PairingItem key={row.id} row={row} result={result} noteLabel={labels.note} />
          ))}
        </ul>
      </fieldset>
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton pending={labels.busy}>{labels.submit}</SubmitButton>
        <SavedState savedAt={result.status === 'ok' ? result.data.savedAt : null} />
      </div>
    </Form>
  )
}
