'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useAutosave } from '@/components/base/forms/autosave'
import { AutosaveBar } from '@/components/base/forms/autosave-bar'
import { Form } from '@/components/base/forms/form'
import { useFieldErrors } from '@/components/base/forms/form-state'
import { FormProblems } from '@/components/base/forms/form-problems'
import { shownState } from '@/components/base/forms/shown-state'
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
import { draftState } from './draft-state'

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
  const ready = useTranslations('forms')
  const [result, action] = useFormAction(saveDraftAction)
  const { form: element, state: auto, onInput, onSubmit } = useAutosave(saveDraftAction, result)
  const errors = useFieldErrors(result)
  const labels = fieldLabels(t)
  const saved = result.status === 'ok' ? result.data : null
  const current = saved?.values ?? stored
  const shown = shownState(result, auto, { version, savedAt })
  const form = draftState(result, current, { locale, options, labels, errors })
  return (
    <Form
      ref={element}
      action={action}
      result={result}
      unsaved={auto.unsaved}
      onInput={onInput}
      onSubmit={onSubmit}
      noValidate
      className="max-w-measure"
    >
      <input type="hidden" name="revisionId" value={revisionId} />
      <input type="hidden" name="version" value={shown.version} />
      <FormProblems result={result} conflict={shown.conflict} labels={labels} />
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
        <DraftButtons />
        <p className="mt-3 text-sm text-muted">{t('submitHint')}</p>
      </div>
      <AutosaveBar savedAt={shown.savedAt} state={auto} waits={ready('autosaveInvalid')} />
    </Form>
  )
}
