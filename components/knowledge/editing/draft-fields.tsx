'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ChooserField } from '@/components/base/forms/chooser'
import { errorEdge, FieldErrors, fieldId } from '@/components/base/forms/field'
import { PlainTextArea } from '@/components/base/forms/plain-text-area'
import { RepeatableRows } from '@/components/base/forms/repeatable-rows'
import type { LineList, TagField } from '@/lib/knowledge/revisions/types'
import type { DraftFormState } from './draft-state'
import { MissingTerm } from './missing-term'
import { termGroups } from './option-groups'

export interface PartProps {
  form: DraftFormState
}

export function Tags({ form, name, hint }: PartProps & { name: TagField; hint?: string }) {
  const t = useTranslations('editing')
  return (
    <ChooserField
      key={`${name} ${form.round}`}
      {...form.field(name)}
      hint={hint}
      groups={termGroups(
        form.options[name],
        form.locale,
        { other: t('otherOptions'), retired: t('retiredOption') },
        form.chosen(name),
      )}
      selected={form.chosen(name)}
      otherwise={
        name === 'drivers' ||
        name === 'plannedInstruments' ||
        name === 'blockedInstruments' ? null : (
          <MissingTerm revisionId={form.revisionId} name={name} />
        )
      }
    />
  )
}

export function Lines({
  form,
  name,
  label,
  hint,
  rows = 4,
}: PartProps & { name: LineList | 'partners'; label?: string; hint?: string; rows?: number }) {
  const t = useTranslations('editing')
  const field = form.field(name)
  return (
    <PlainTextArea
      {...field}
      label={label ?? field.label}
      hint={hint === undefined ? t('oneApiece') : `${hint} ${t('oneApiece')}`}
      rows={rows}
    />
  )
}

export function Rows({
  form,
  list,
  title,
  hint,
  add,
  children,
}: PartProps & {
  list: 'steps' | 'results' | 'sources'
  title: string
  hint: string
  add: string
  children: (row: string) => ReactNode
}) {
  const errors = form.errors(list)
  return (
    <fieldset id={fieldId(list)} tabIndex={-1} className={errorEdge(errors)}>
      <legend className="font-semibold">{title}</legend>
      <p className="mt-0.5 mb-3 text-sm text-muted">{hint}</p>
      {form.field(list).remark}
      <FieldErrors name={list} errors={errors} />
      <RepeatableRows
        key={`${list} ${form.round}`}
        filled={form.rows(list)}
        addLabel={add}
        item={list}
      >
        {(index) => <div className="space-y-4">{children(`${list}.${index}`)}</div>}
      </RepeatableRows>
    </fieldset>
  )
}
