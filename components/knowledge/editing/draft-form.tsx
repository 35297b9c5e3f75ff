'use client'
import { useLocale, useTranslations } from 'next-intl'
import { Form } from '@/components/base/forms/form'
import { SavedState, useFieldErrors } from '@/components/base/forms/form-state'
import { FormProblems } from '@/components/base/forms/form-problems'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { typedValue } from '@/components/base/forms/typed-values'
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
import { draftState, versionOf } from './draft-state'

interface DraftFormProps {
  revisionId: string
  version: number
  savedAt: string
  stored: FormValues
  options: EditingOptions
}

function DraftButtons() {
  const t = useTranslations('editing')
  return (
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
  )
}

export function DraftForm({ revisionId, version, savedAt, stored, options }: DraftFormProps) {
  const t = useTranslations('editing')
  const locale = useLocale()
  const [result, action] = useFormAction(saveDraftAction)
  const errors = useFieldErrors(result)
  const labels = fieldLabels(t)
  const saved = result.status === 'ok' ? result.data : null
  const current = saved?.values ?? stored
  const form = draftState(result, current, { revisionId, locale, options, labels, errors })
  return (
    <Form action={action} result={result} noValidate className="max-w-measure">
      <input type="hidden" name="revisionId" value={revisionId} />
      <input type="hidden" name="version" value={versionOf(result, version)} />
      <FormProblems
        result={result}
        conflict={result.status === 'conflict' ? result : null}
        labels={labels}
      />
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
        <DraftButtons />
        <p className="mt-3 text-sm text-muted">{t('submitHint')}</p>
      </div>
    </Form>
  )
}
