'use client'
import { type ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { useAutosave } from '@/components/base/forms/autosave'
import { ConflictScreen } from '@/components/base/forms/conflict-screen'
import { Form } from '@/components/base/forms/form'
import {
  FormErrors,
  SavedState,
  typedValue,
  useFieldErrors,
} from '@/components/base/forms/form-state'
import { RadioGroup } from '@/components/base/forms/choices'
import type { Option } from '@/components/base/forms/inputs'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { useFormAction } from '@/components/base/forms/use-form-action'
import { saveAssessmentAction } from '@/lib/judgement/assessments/actions'
import type { ScoreChoice } from '@/lib/judgement/assessments/types'
import { type FormValues } from '@/lib/base/http/action-result'
import { ScoreField, type CriterionQuestion, type ScoreFieldLabels } from './score-field'

export interface AssessmentFormLabels extends ScoreFieldLabels {
  constituency: string
  constituencyHint: string
  save: string
  saving: string
  submit: string
  submitting: string
  submitHint: string
  /** Texts of each field for the summary of what is missing. */
  fields: Record<string, string>
}

interface AssessmentFormProps {
  slug: string
  kind: 'self' | 'panel'
  version: number
  savedAt: string | null
  stored: FormValues
  criteria: readonly CriterionQuestion[]
  constituencies: readonly Option[]
  labels: AssessmentFormLabels
  /** Shown in place of the form after handing in. */
  done: ReactNode
}

const SCORES: readonly ScoreChoice[] = ['1', '2', '3', '4', '5', 'cannot']

/** The seven criteria as one form. Saving keeps a draft; handing in asks for every choice and reason. */
export function AssessmentForm({
  slug,
  kind,
  version,
  savedAt,
  stored,
  criteria,
  constituencies,
  labels,
  done,
}: AssessmentFormProps) {
  const [result, action] = useFormAction(saveAssessmentAction)
  const { form, state: auto, onInput, onSubmit } = useAutosave(saveAssessmentAction, result)
  const t = useTranslations('forms')
  const errors = useFieldErrors(result)
  if (result.status === 'ok' && result.data.submitted) return done
  const current = result.status === 'ok' ? result.data.values : stored
  const typed = (field: string) => typedValue(result, current, field)
  const conflict = result.status === 'conflict' ? result : auto.conflict
  // Versions only rise: the highest that was read or written is the one that stands in the form.
  const shownVersion = Math.max(
    version,
    auto.saved?.version ?? 0,
    conflict?.theirVersion ?? 0,
    result.status === 'ok' ? result.data.version : Number(typedValue(result, {}, 'version')),
  )
  const manual =
    result.status === 'ok'
      ? result.data.savedAt
      : typedValue(result, { savedAt: savedAt ?? '' }, 'savedAt') || null
  const lastSaved =
    [manual, auto.saved?.savedAt ?? null]
      .filter((moment) => moment !== null)
      .toSorted()
      .at(-1) ?? null
  return (
    <Form
      ref={form}
      action={action}
      result={result}
      unsaved={auto.unsaved}
      onInput={onInput}
      onSubmit={onSubmit}
      noValidate
      className="max-w-measure"
    >
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="version" value={shownVersion} />
      <div className="mb-8 space-y-4 empty:hidden">
        <FormErrors result={result} labels={labels.fields} />
        {conflict ? (
          <ConflictScreen
            mine={conflict.values}
            theirs={conflict.theirs}
            fields={Object.entries(labels.fields).map(([name, label]) => ({ name, label }))}
          />
        ) : null}
      </div>
      <RadioGroup
        key={typed('constituency')}
        name="constituency"
        label={labels.constituency}
        hint={labels.constituencyHint}
        options={constituencies}
        defaultValue={typed('constituency')}
        errors={errors('constituency')}
      />
      <div className="mt-10">
        {criteria.map((criterion, index) => {
          const score = SCORES.find((one) => one === typed(`scores.${index}.score`)) ?? ''
          return (
            <ScoreField
              key={`${criterion.slug} ${score}`}
              index={index}
              criterion={criterion}
              labels={labels}
              score={score}
              reason={typed(`scores.${index}.reason`)}
              scoreErrors={errors(`scores.${index}.score`)}
              reasonErrors={errors(`scores.${index}.reason`)}
            />
          )
        })}
      </div>
      <div className="border-t border-hairline pt-6">
        <SavedState savedAt={lastSaved} />
        {auto.problem === null ? null : (
          <p role="status" className="text-sm text-clay">
            {t(auto.problem === 'waits' ? 'autosaveWaits' : 'autosaveFailed')}
          </p>
        )}
        <div className="mt-3 flex flex-wrap gap-3">
          <SubmitButton name="intent" value="submit" pending={labels.submitting}>
            {labels.submit}
          </SubmitButton>
          <SubmitButton name="intent" value="save" variant="secondary" pending={labels.saving}>
            {labels.save}
          </SubmitButton>
        </div>
        <p className="mt-3 text-sm text-muted">{labels.submitHint}</p>
      </div>
    </Form>
  )
}
