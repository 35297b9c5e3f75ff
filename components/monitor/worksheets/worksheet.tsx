'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { COLUMNS } from '@/lib/monitor/worksheets/types'
import { GRID } from './worksheet-row'
import { pastedTable, pasteInto } from './paste'

/** The cell in this column of the next or previous row that has one. */
function neighbour(input: HTMLInputElement, step: 1 | -1): HTMLInputElement | undefined {
  const all = [
    ...(input
      .closest('[role="table"]')
      ?.querySelectorAll<HTMLInputElement>(`input[data-column="${input.dataset.column ?? ''}"]`) ??
      []),
  ]
  return all[all.indexOf(input) + step]
}

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowUp: -1, ArrowDown: 1, Enter: 1 }

const cellOf = (target: EventTarget | null) =>
  target instanceof HTMLInputElement && target.dataset.column !== undefined ? target : null

function onKey(event: KeyboardEvent): void {
  const input = cellOf(event.target)
  if (input === null || event.isComposing) return
  if (event.key === 'Escape') {
    input.value = input.defaultValue
    input.dispatchEvent(new Event('input', { bubbles: true }))
    return
  }
  const step = STEPS[event.key]
  // Without a next row Enter sends this one, as in every form.
  const next = step === undefined ? undefined : neighbour(input, step)
  if (next === undefined) return
  event.preventDefault()
  next.focus()
  next.select()
}

/** The rows as a table that is edited by keyboard, and into which a spreadsheet can be pasted. */
export function Worksheet({ label, children }: { label: string; children: ReactNode }) {
  const t = useTranslations('worksheet')
  const table = useRef<HTMLDivElement>(null)
  const [pasted, setPasted] = useState<{ filled: number; skipped: number } | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    const { signal } = stop
    const onPaste = (event: ClipboardEvent) => {
      const input = cellOf(event.target)
      const rows = pastedTable(event.clipboardData?.getData('text/plain') ?? '')
      if (input === null || table.current === null || rows === null) return
      event.preventDefault()
      setPasted(pasteInto(table.current, input, rows))
    }
    table.current?.addEventListener('keydown', onKey, { signal })
    table.current?.addEventListener('paste', onPaste, { signal })
    return () => stop.abort()
  }, [])
  return (
    <>
      <div role="status" className="min-h-6 text-sm">
        {pasted === null ? null : t('pasted', pasted)}
      </div>
      <div
        ref={table}
        role="table"
        aria-label={label}
        className="border-b-2 border-ink lg:min-w-[75rem]"
      >
        <div role="row" className={`hidden pb-1 text-sm font-semibold text-muted ${GRID}`}>
          {COLUMNS.map((column) => (
            <span key={column} role="columnheader" className={column === 'title' ? '' : 'px-2'}>
              {t(`columns.${column}`)}
            </span>
          ))}
          <span role="columnheader">{t('columns.verdict')}</span>
        </div>
        {children}
      </div>
    </>
  )
}
