'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { described, FieldErrors } from '@/components/base/forms/field'
import type { ActionResult } from '@/lib/base/http/action-result'
import type { Column } from '@/lib/monitor/worksheets/types'

interface WorksheetCellProps {
  column: Column
  rowId: string
  rowTitle: string
  stored: string
  typed: string
  errors: string[]
  isChanged: boolean
  result: ActionResult<unknown>
}

/**
 * One cell. What the person saw before typing goes along, so that a change of somebody else in the
 * same cell is found and never overwritten unseen.
 */
export function WorksheetCell(props: WorksheetCellProps) {
  const { column, rowId, rowTitle, stored, typed, errors, isChanged, result } = props
  const t = useTranslations('worksheet')
  const [state, setState] = useState({ seen: stored, isTyped: false, result })
  if (state.result !== result) setState({ seen: stored, isTyped: false, result })
  else if (!state.isTyped && state.seen !== stored) setState({ ...state, seen: stored })
  const name = `cell.${column}`
  const isNumber = column !== 'title' && column !== 'who'
  return (
    <>
      {column === 'title' ? null : (
        <span className="text-xs text-muted lg:sr-only" aria-hidden="true">
          {t(`columns.${column}`)}
        </span>
      )}
      <input
        key={`${stored} ${result.status}`}
        id={`field-${rowId}-cell-${column}`}
        name={name}
        data-column={column}
        aria-label={t('cellOf', { column: t(`columns.${column}`), row: rowTitle })}
        {...described({ name, errors, scope: rowId })}
        defaultValue={typed}
        autoComplete="off"
        onInput={(event) => {
          const isTyped = event.currentTarget.value !== event.currentTarget.defaultValue
          setState((before) => ({ ...before, isTyped }))
        }}
        className={`block min-h-11 w-full rounded-sm border bg-paper px-2 text-sm lg:min-h-9 ${
          errors.length > 0 ? 'border-clay' : 'border-hairline hover:border-edge'
        } ${isNumber ? 'tabular' : ''}`}
      />
      <input type="hidden" name={`was.${column}`} value={state.seen} />
      <FieldErrors name={name} scope={rowId} errors={errors} />
      {isChanged ? (
        <p className="mt-1 text-sm">
          {stored === '' ? t('nowEmpty') : t('nowThere', { text: stored })}
        </p>
      ) : null}
    </>
  )
}
