'use client'
import { useTranslations } from 'next-intl'
import { Form } from '@/components/base/forms/form'
import { FormErrors } from '@/components/base/forms/form-state'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { useFormAction } from '@/components/base/forms/use-form-action'
import { undoWorksheetAction } from '@/lib/monitor/worksheets/actions'
import type { UndoableBatch } from '@/lib/monitor/worksheets/types'

/** Puts back the last change of this person, and says what was left as it is. */
export function UndoButton({
  undoable,
  regionId,
}: {
  undoable: UndoableBatch | null
  regionId: string
}) {
  const t = useTranslations('worksheet')
  const [result, send] = useFormAction(undoWorksheetAction)
  return (
    <Form action={send} result={result} className="flex flex-wrap items-center gap-3">
      <FormErrors result={result} labels={{}} />
      <input type="hidden" name="regionId" value={regionId} />
      <input type="hidden" name="batchId" value={undoable?.batchId ?? ''} />
      {undoable === null ? null : (
        <SubmitButton variant="secondary" pending={t('undoing')}>
          {t('undo', { cells: undoable.cells })}
        </SubmitButton>
      )}
      <span role="status" className="text-sm">
        {result.status === 'ok' && 'restored' in result.data ? t('undone', { ...result.data }) : ''}
      </span>
    </Form>
  )
}
