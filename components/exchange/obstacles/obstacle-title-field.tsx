'use client'
import { TextField } from '@/components/base/forms/inputs'
import { Notice } from '@/components/base/ui/notice'
import { DuplicateList } from './duplicate-list'
import type { ObstacleLabels } from './obstacle-fields'
import { useDuplicates } from './use-duplicates'

interface ObstacleTitleFieldProps {
  field: Omit<Parameters<typeof TextField>[0], 'onChange'>
  lookFor: boolean
  list: string
  labels: ObstacleLabels
  announce: readonly string[]
}

export function ObstacleTitleField({
  field,
  lookFor,
  list,
  labels,
  announce,
}: ObstacleTitleFieldProps) {
  const { duplicates, typed } = useDuplicates()
  return (
    <div>
      <TextField {...field} onChange={lookFor ? (event) => typed(event.target.value) : undefined} />
      {duplicates.length > 0 ? (
        <Notice title={labels.duplicates} className="mt-3">
          <p>{labels.duplicatesLead}</p>
          <DuplicateList duplicates={duplicates} list={list} />
        </Notice>
      ) : null}
      <span role="status" className="sr-only">
        {announce[duplicates.length] ?? ''}
      </span>
    </div>
  )
}
