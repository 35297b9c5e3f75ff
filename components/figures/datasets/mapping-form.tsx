'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ConflictScreen } from '@/components/base/forms/conflict-screen'
import { FieldGroup } from '@/components/base/forms/field'
import { Form } from '@/components/base/forms/form'
import { FormErrors } from '@/components/base/forms/form-state'
import { SubmitButton } from '@/components/base/forms/submit-button'
import type { SourceChoice } from '@/lib/figures/datasets/types'
import type { FormValues } from '@/lib/base/http/action-result'
import { SourceFields, type FieldAccess } from './source-fields'
import { useMapping, type MappingAction } from './use-mapping'

export interface MappingProps {
  sampleId: string
  version: number
  stored: FormValues
  sources: readonly SourceChoice[]
  hasRollup: boolean
}

interface MappingFormProps extends MappingProps {
  action: MappingAction
  list: 'columns' | 'measures'
  labels: Readonly<Record<string, string>>
  submit: { label: string; busy: string }
  hidden?: ReactNode
  items: (form: FieldAccess) => ReactNode
  notation: (form: FieldAccess) => ReactNode
}

export function MappingForm({
  action,
  sampleId,
  version: opened,
  stored,
  sources,
  hasRollup,
  list,
  labels,
  submit,
  hidden,
  items,
  notation,
}: MappingFormProps) {
  const t = useTranslations('datasets.form')
  const { result, send, form, version } = useMapping(action, stored, opened)
  const fieldLabels: Record<string, string> = {
    title: t('title'),
    source: t('source'),
    sourceName: t('sourceName'),
    sourceUrl: t('sourceUrl'),
    [list]: t(list),
    ...labels,
  }
  const compared = Object.entries(fieldLabels)
    .filter(([name]) => name !== list)
    .map(([name, label]) => ({ name, label }))
  return (
    <Form action={send} result={result} noValidate className="space-y-10">
      <FormErrors result={result} labels={fieldLabels} />
      {result.status === 'conflict' ? (
        <ConflictScreen mine={result.values} theirs={result.theirs} fields={compared} />
      ) : null}
      <input type="hidden" name="sampleId" value={sampleId} />
      <input type="hidden" name="version" value={version} />
      {hidden}
      <div className="max-w-measure">
        <SourceFields form={form} sources={sources} hasRollup={hasRollup} />
      </div>
      <FieldGroup
        name={list}
        label={<span className="font-serif text-xl">{t(list)}</span>}
        hint={t(`${list}Hint`)}
        errors={form.errors(list)}
      >
        {items(form)}
      </FieldGroup>
      <div className="max-w-measure space-y-6">{notation(form)}</div>
      <SubmitButton pending={submit.busy}>{submit.label}</SubmitButton>
    </Form>
  )
}
