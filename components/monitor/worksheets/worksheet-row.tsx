'use client'
import { useTranslations } from 'next-intl'
import { useRef, useState, type FocusEvent, type ReactNode } from 'react'
import { Form } from '@/components/base/forms/form'
import { useErrorText, useFieldErrors } from '@/components/base/forms/form-state'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { typedValue } from '@/components/base/forms/typed-values'
import { differsFromStored } from '@/components/base/forms/unsaved'
import { useFormAction } from '@/components/base/forms/use-form-action'
import type { ActionResult, Saved } from '@/lib/base/http/action-result'
import { saveWorksheetRowAction } from '@/lib/monitor/worksheets/actions'
import { EDITABLE } from '@/lib/monitor/worksheets/cells.rules'
import { COLUMNS, type RowKind, type WorksheetRow } from '@/lib/monitor/worksheets/types'
import { WorksheetCell } from './worksheet-cell'

export const GRID =
  'lg:grid lg:grid-cols-[minmax(16rem,1fr)_7.5rem_6.5rem_6rem_6rem_4.25rem_4.25rem_7.25rem_4.25rem_11rem] lg:items-end lg:gap-x-1'
const INDENT = ['', 'lg:pl-4', 'lg:pl-8', 'lg:pl-12', 'lg:pl-14', 'lg:pl-16'] as const

const KIND_STYLE: Readonly<Record<RowKind, string>> = {
  goal: 'border-t-2 border-ink bg-wash',
  measure: 'border-t border-edge',
  funding: 'border-t border-hairline',
  indicator: 'border-t border-hairline',
}

interface WorksheetRowProps {
  row: WorksheetRow & { kind: RowKind }
  regionId: string
  year: number
  batchId: string
  /** What stands in the last column: the verdict of a measure. */
  end: ReactNode
}

/** True for a moment in which somebody else changed the row. */
function useChangedElsewhere(version: number, result: unknown): boolean {
  const [state, setState] = useState({ version, result, isOther: false })
  if (state.result !== result) setState({ version, result, isOther: false })
  else if (state.version !== version) setState({ version, result, isOther: true })
  return state.isOther
}

/** One row is one form: it saves itself when the person leaves it, or by its button. */
export function WorksheetRowForm({ row, regionId, year, batchId, end }: WorksheetRowProps) {
  const [result, send, isPending] = useFormAction(saveWorksheetRowAction)
  const form = useRef<HTMLFormElement>(null)
  const leave = (event: FocusEvent<HTMLFormElement>) => {
    const { currentTarget, relatedTarget } = event
    if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return
    if (differsFromStored(currentTarget)) currentTarget.requestSubmit()
  }
  return (
    <Form
      ref={form}
      role="row"
      action={send}
      result={result}
      noValidate
      onBlur={leave}
      data-row={row.id}
      className={`group grid grid-cols-2 gap-2 py-2 lg:gap-y-0 lg:py-1 ${GRID} ${KIND_STYLE[row.kind]}`}
    >
      <input type="hidden" name="regionId" value={regionId} />
      <input type="hidden" name="year" value={year} />
      <input type="hidden" name="kind" value={row.kind} />
      <input type="hidden" name="id" value={row.id} />
      <input type="hidden" name="batchId" defaultValue={batchId} />
      <RowCells row={row} result={result} />
      <RowEnd row={row} result={result} isPending={isPending} end={end} />
    </Form>
  )
}

type Result = ActionResult<Saved>
interface RowPartProps {
  row: WorksheetRowProps['row']
  result: Result
}

function RowCells({ row, result }: RowPartProps) {
  const t = useTranslations('worksheet')
  const errors = useFieldErrors(result)
  const values = Object.fromEntries(
    Object.entries(row.cells).map(([column, text]) => [`cell.${column}`, text]),
  )
  return COLUMNS.map((column) => {
    const isThere = EDITABLE[row.kind].includes(column)
    const isTitle = column === 'title'
    const keys = result.status === 'invalid' ? (result.fieldErrors[`cell.${column}`] ?? []) : []
    return (
      <div
        key={column}
        role={isTitle ? 'rowheader' : 'cell'}
        className={`${isThere ? '' : 'hidden lg:block'} ${
          isTitle ? `col-span-2 lg:col-span-1 ${INDENT[row.depth] ?? ''}` : ''
        }`}
      >
        {isTitle ? (
          <span className="text-xs font-semibold text-muted">
            {t(`kind.${row.kind}`)}
            {row.isExample ? ` (${t('example')})` : ''}
          </span>
        ) : null}
        {isThere ? (
          <WorksheetCell
            column={column}
            rowId={row.id}
            rowTitle={row.title}
            stored={row.cells[column] ?? ''}
            typed={typedValue(result, values, `cell.${column}`)}
            errors={[...errors(`cell.${column}`), ...errors(`cells.${column}`)]}
            isChanged={keys.includes('cellChanged')}
            result={result}
          />
        ) : null}
      </div>
    )
  })
}

/** The verdict of a measure, the button, and what became of the row. */
function RowEnd({
  row,
  result,
  isPending,
  end,
}: RowPartProps & { isPending: boolean; end: ReactNode }) {
  const t = useTranslations('worksheet')
  const errorText = useErrorText()
  const isOther = useChangedElsewhere(row.version, result)
  return (
    <div role="cell" className="col-span-2 text-sm lg:col-span-1">
      {end}
      <span className="hidden group-focus-within:inline [@media(scripting:none)]:inline">
        <SubmitButton
          variant="quiet"
          pending={t('saving')}
          aria-label={t('saveRow', { row: row.title })}
        >
          {t('save')}
        </SubmitButton>
      </span>
      <span role="status" className="block">
        {isPending ? t('saving') : result.status === 'ok' ? t('saved') : ''}
        {result.status === 'error' ? errorText(result.code) : ''}
        {isOther ? t('changedElsewhere') : ''}
      </span>
    </div>
  )
}
