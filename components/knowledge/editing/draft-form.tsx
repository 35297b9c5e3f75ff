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
import { STEP_LINES, type Part } from '@/lib/knowledge/revisions/parts.rules'
import type { EditingOptions, Remarks } from '@/lib/knowledge/revisions/types'
import { FieldRemark } from './field-remark'
import { BasisFields } from './basis-fields'
import { draftState } from './draft-state'
import { partLabels } from './field-labels'
import { TopicFields } from './topic-fields'

interface DraftFormProps {
  part: Part
  revisionId: string
  version: number
  savedAt: string
  stored: FormValues
  options: EditingOptions
  remarks: Remarks
}

/** A list of rows is one field; only its first control would repeat what is said of it. */
function remarkOf(name: string, remarks: Remarks, label: string) {
  const field = name === STEP_LINES ? 'steps' : name
  const text = Object.entries(remarks).find(([key]) => key === field)?.[1]
  return text === undefined ? null : <FieldRemark label={label} text={text} />
}

function BasisButtons() {
  const t = useTranslations('editing')
  return (
    <>
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="intent" value="preview" pending={t('saving')}>
          {t('preview')}
        </SubmitButton>
        <SubmitButton name="intent" value="save" variant="secondary" pending={t('saving')}>
          {t('save')}
        </SubmitButton>
        <SubmitButton name="intent" value="submit" variant="secondary" pending={t('submitting')}>
          {t('submit')}
        </SubmitButton>
      </div>
      <p className="mt-3 text-sm text-muted">{t('submitHint')}</p>
    </>
  )
}

function TopicButtons() {
  const t = useTranslations('editing')
  return (
    <div className="flex flex-wrap gap-3">
      <SubmitButton name="intent" value="back" pending={t('saving')}>
        {t('topics.saveAndBack')}
      </SubmitButton>
      <SubmitButton name="intent" value="save" variant="secondary" pending={t('saving')}>
        {t('save')}
      </SubmitButton>
    </div>
  )
}

/** One part of a version. It saves itself at each pause; the other parts stay as they are. */
export function DraftForm({
  part,
  revisionId,
  version,
  savedAt,
  stored,
  options,
  remarks,
}: DraftFormProps) {
  const t = useTranslations('editing')
  const frame = useTranslations('forms')
  const locale = useLocale()
  const [result, action] = useFormAction(saveDraftAction)
  const { form: element, state: auto, onInput, onSubmit } = useAutosave(saveDraftAction, result)
  const errors = useFieldErrors(result)
  const labels = partLabels(t, part)
  const current = result.status === 'ok' ? result.data.values : stored
  const shown = shownState(result, auto, { version, savedAt })
  const form = draftState(result, current, {
    revisionId,
    locale,
    options,
    labels,
    errors,
    remark: (name) => remarkOf(name, remarks, t('remark')),
  })
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
      <input type="hidden" name="part" value={part} />
      <FormProblems result={result} conflict={shown.conflict} labels={labels} />
      {part === 'basis' ? (
        <BasisFields form={form} id={revisionId} />
      ) : (
        <TopicFields form={form} topic={part} />
      )}
      <div className="mt-10 border-t border-hairline pt-6">
        {part === 'basis' ? <BasisButtons /> : <TopicButtons />}
      </div>
      <AutosaveBar savedAt={shown.savedAt} state={auto} waits={frame('autosaveInvalid')} />
    </Form>
  )
}
