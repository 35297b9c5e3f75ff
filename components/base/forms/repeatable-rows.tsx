'use client'
import { Plus, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Button } from '@/components/base/ui/button'
import { useFormContext } from './form'

interface RepeatableRowsProps {
  filled: number
  addLabel: string
  item: 'steps' | 'results' | 'sources' | 'measures'
  children: (index: number) => ReactNode
}

const SPARE_ROWS = 1

/** Without JavaScript there is always a spare row; empty rows do not count. */
export function RepeatableRows({ filled, addLabel, item, children }: RepeatableRowsProps) {
  const t = useTranslations('forms')
  const { touch } = useFormContext()
  const [rows, setRows] = useState(() =>
    Array.from({ length: filled + SPARE_ROWS }, (_, index) => index),
  )
  const next = Math.max(-1, ...rows) + 1

  return (
    <div>
      <ol className="space-y-4">
        {rows.map((row, position) => (
          <li key={row} className="relative rounded-md border border-hairline p-4 pt-3">
            <div className="mb-2 flex items-center justify-between gap-4">
              <p className="text-sm font-semibold text-muted">
                {t('row', { item, number: position + 1 })}
              </p>
              <Button
                variant="quiet"
                className="min-h-8 px-2 py-0 text-sm"
                aria-label={t('remove', { item, number: position + 1 })}
                onClick={() => {
                  setRows(rows.filter((other) => other !== row))
                  touch()
                }}
              >
                <X aria-hidden="true" className="size-4" />
              </Button>
            </div>
            {children(row)}
          </li>
        ))}
      </ol>
      <Button variant="secondary" className="mt-4" onClick={() => setRows([...rows, next])}>
        <Plus aria-hidden="true" className="size-4" />
        {addLabel}
      </Button>
    </div>
  )
}
