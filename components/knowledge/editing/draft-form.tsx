'use client'
import { useLocale, useTranslations } from 'next-intl'
import { ConflictScreen } from '@/components/base/forms/conflict-screen'
import { Form } from '@/components/base/forms/form'
import {
  FormErrors,
  SavedState,
  typedValue,
  typedValues,
  useFieldErrors,
} from '@/components/base/forms/form-state'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { useFormAction } from '@/components/base/forms/use-form-action'
import { saveDraftAction } from '@/lib/knowledge/revisions/actions'
import { type FormValues } from '@/lib/base/http/action-result'
import type { EditingOptions } from '@/lib/knowledge/revisions/types'
import {
  AboutFields,
  ApproachFields,
  LearnedFields,
  PeopleFields,
  ResultFields,
  SourceFields,
  StatusFields,
  WhereFields,
} from './draft-sections'
import { fieldLabels } from './field-labels'
import type { DraftFormState } from './draft-state'

interface DraftFormProps {
  revisionId: string
  version: number
  savedAt: string
  stored: FormValues
  options: EditingOptions
}

const ROW = /^(steps|results|sources)\.(\d+)\./

/** How many rows of a list hold something, in what was typed or stored. */
function rowsOf(values: FormValues, list: string): number {
  return Math.max(
    0,
    ...Object.keys(values).flatMap((key) => {
      const [, name, index] = ROW.exec(key) ?? []
      return name === list && values[key] !== '' ? Number(index) + 1 : []
    }),
  )
}

/** One version as a form in one column. Saving keeps whatever is there; handing in asks for what a reader needs. */
export function DraftForm({ revisionId, version, savedAt, stored, options }: DraftFormProps) {
  const t = useTranslations('editing')
  const locale = useLocale()
  const [result, action] = useFormAction(saveDraftAction)
  const errors = useFieldErrors(result)
  const labels = fieldLabels(t)
  const saved = result.status === 'ok' ? result.data : null
  const current = saved?.values ?? stored
  const typed = (field: string) => typedValue(result, current, field)
  const shownVersion = saved
    ? saved.version
    : result.status === 'conflict'
      ? result.theirVersion
      : Number(typedValue(result, { version: String(version) }, 'version'))
  const sent =
    result.status === 'invalid' || result.status === 'conflict' || result.status === 'error'
      ? result.values
      : undefined
  const form: DraftFormState = {
    locale,
    options,
    errors,
    typed,
    field: (name) => ({
      name,
      label: labels[name] ?? name,
      errors: errors(name),
      defaultValue: typed(name),
    }),
    chosen: (name) => typedValues(result, current, name),
    rows: (list) => rowsOf(sent ?? current, list),
    round: JSON.stringify(sent ?? current).length,
  }
  return (
    <Form action={action} result={result} noValidate className="max-w-measure">
      <input type="hidden" name="revisionId" value={revisionId} />
      <input type="hidden" name="version" value={shownVersion} />
      <div className="mb-8 space-y-4 empty:hidden">
        <FormErrors result={result} labels={labels} />
        {result.status === 'conflict' ? (
          <ConflictScreen
            mine={result.values}
            theirs={result.theirs}
            fields={Object.entries(labels).map(([name, label]) => ({ name, label }))}
          />
        ) : null}
      </div>
      <div className="space-y-14">
        <AboutFields form={form} />
        <WhereFields form={form} />
        <ApproachFields form={form} />
        <ResultFields form={form} />
        <LearnedFields form={form} />
        <StatusFields form={form} />
        <PeopleFields form={form} />
        <SourceFields form={form} />
      </div>
      <div className="mt-14 border-t border-hairline pt-6">
        <SavedState savedAt={saved ? saved.savedAt : typedValue(result, { savedAt }, 'savedAt')} />
        <div className="mt-3 flex flex-wrap gap-3">
          <SubmitButton name="intent" value="save" pending={t('saving')}>
            {t('save')}
          </SubmitButton>
          <SubmitButton name="intent" value="preview" variant="secondary" pending={t('saving')}>
            {t('preview')}
          </SubmitButton>
          <SubmitButton name="intent" value="submit" variant="secondary" pending={t('submitting')}>
            {t('submit')}
          </SubmitButton>
        </div>
        <p className="mt-3 text-sm text-muted">{t('submitHint')}</p>
      </div>
    </Form>
  )
}
