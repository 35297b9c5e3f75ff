'use client'
import type { ReactNode } from 'react'
import { CheckboxGroup, type OptionGroup } from '@/components/base/forms/choices'
import { SelectField, TextArea, TextField, type Option } from '@/components/base/forms/inputs'
import { typedValue, typedValues } from '@/components/base/forms/typed-values'
import type { ActionResult, FormValues } from '@/lib/base/http/action-result'

type Field =
  | 'title'
  | 'description'
  | 'law'
  | 'authority'
  | 'authorityName'
  | 'groups'
  | 'regions'
  | 'organisationId'
  | 'initiativeId'
export type ObstacleLabels = Readonly<
  Record<
    Field | 'submit' | 'busy' | 'duplicates' | 'duplicatesLead' | 'duplicatesBlock' | 'confirmed',
    string
  >
>

export interface ObstacleFormProps {
  labels: ObstacleLabels
  hints: Partial<Record<Field, string>>
  authorities: readonly Option[]
  groups: readonly OptionGroup[]
  regions: readonly OptionGroup[]
}

interface FieldsProps extends ObstacleFormProps {
  result: ActionResult<unknown>
  stored: FormValues
  errors: (field: string) => string[]
  title: (field: {
    name: string
    label: string
    hint?: string | undefined
    errors: string[]
    defaultValue: string
    maxLength: number
    required: boolean
  }) => ReactNode
}

export function ObstacleFields({
  labels,
  hints,
  authorities,
  groups,
  regions,
  result,
  stored,
  errors,
  title,
}: FieldsProps) {
  const field = (name: Field) => ({
    name,
    label: labels[name],
    hint: hints[name],
    errors: errors(name),
    defaultValue: typedValue(result, stored, name),
  })
  const boxes = (name: 'groups' | 'regions') => ({
    name,
    label: labels[name],
    hint: hints[name],
    errors: errors(name),
    selected: typedValues(result, stored, name),
  })
  const round = JSON.stringify('values' in result ? result.values : stored).length
  return (
    <>
      {title({ ...field('title'), maxLength: 140, required: true })}
      <TextArea {...field('description')} rows={5} required />
      <TextField {...field('law')} maxLength={300} />
      <SelectField
        key={typedValue(result, stored, 'authority')}
        {...field('authority')}
        options={authorities}
        required
      />
      <TextField {...field('authorityName')} maxLength={140} />
      <CheckboxGroup key={`groups ${round}`} {...boxes('groups')} groups={groups} />
      <CheckboxGroup key={`regions ${round}`} {...boxes('regions')} groups={regions} />
    </>
  )
}
