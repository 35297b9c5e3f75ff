'use client'
import { Form } from '@/components/base/forms/form'
import { FormErrors } from '@/components/base/forms/form-state'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { useFormAction } from '@/components/base/forms/use-form-action'
import { Notice } from '@/components/base/ui/notice'
import { undoImportAction } from '@/lib/monitor/chains/import.actions'

interface ImportUndoProps {
  regionId: string
  importId: string
  labels: { undo: string; name: string; pending: string; held: string }
}

/** Names held back before they are told in one list. */
const SHOWN = 10

export function ImportUndo({ regionId, importId, labels }: ImportUndoProps) {
  const [result, send] = useFormAction(undoImportAction)
  const held = result.status === 'ok' && 'held' in result.data ? result.data.held : []
  return (
    <Form action={send} result={result} className="mt-2 space-y-3">
      <FormErrors result={result} labels={{}} />
      {held.length > 0 ? (
        <Notice tone="error" live title={labels.held}>
          <ul>
            {held.slice(0, SHOWN).map((title, index) => (
              <li key={index} className="break-words">
                {title}
              </li>
            ))}
            {held.length > SHOWN ? <li>…</li> : null}
          </ul>
        </Notice>
      ) : null}
      <input type="hidden" name="regionId" value={regionId} />
      <input type="hidden" name="importId" value={importId} />
      <SubmitButton variant="secondary" pending={labels.pending} aria-label={labels.name}>
        {labels.undo}
      </SubmitButton>
    </Form>
  )
}
