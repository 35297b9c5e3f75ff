'use client'
import { type ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { useAutosave } from '@/components/base/forms/autosave'
import { AutosaveBar } from '@/components/base/forms/autosave-bar'
import { Form } from '@/components/base/forms/form'
import { FormProblems } from '@/components/base/forms/form-problems'
import { useFieldErrors } from '@/components/base/forms/form-state'
import { shownState } from '@/components/base/forms/shown-state'
import { RadioGroup } from '@/components/base/forms/choices'
import type { Option } from '@/components/base/forms/inputs'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { typedValue } from '@/components/base/forms/typed-values'
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
  done: ReactNode
}

const SCORES: readonly ScoreChoice[] = ['1', '2', '3', '4', '5', 'cannot']

interface CriterionFieldProps {
  index: number
  criterion: CriterionQuestion
  labels: ScoreFieldLabels
  typed: (field: string) => string
  errors: (field: string) => string[]
}

/** A changed score remounts its choices. */
function CriterionField({ index, criterion, labels, typed, errors }: CriterionFieldProps) {
  const row = `scores.${index}`
  const score = SCORES.find((one) => one === typed(`${row}.score`)) ?? ''
  return (
    <ScoreField
      key={score}
      index={index}
      criterion={criterion}
      labels={labels}
      score={score}
      reason={typed(`${row}.reason`)}
      scoreErrors={errors(`${row}.score`)}
      reasonErrors={errors(`${row}.reason`)}
    />
  )
}

function SaveButtons({ labels }: { labels: AssessmentFormLabels }) {
  return (
    <div className="border-t border-hairline pt-6">
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="intent" value="submit" pending={labels.submitting}>
          {labels.submit}
        </SubmitButton>
        <SubmitButton name="intent" value="save" variant="secondary" pending={labels.saving}>
          {labels.save}
        </SubmitButton>
      </div>
      <p className="mt-3 text-sm text-muted">{labels.submitHint}</p>
    </div>
  )
}

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
  const t = useTranslations('forms')
  const [result, action] = useFormAction(saveAssessmentAction)
  const { form, state: auto, onInput, onSubmit } = useAutosave(saveAssessmentAction, result)
  const errors = useFieldErrors(result)
  if (result.status === 'ok' && result.data.submitted) return done
  const current = result.status === 'ok' ? result.data.values : stored
  const typed = (field: string) => typedValue(result, current, field)
  const shown = shownState(result, auto, { version, savedAt })
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
      <input type="hidden" name="version" value={shown.version} />
      <FormProblems result={result} conflict={shown.conflict} labels={labels.fields} />
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
        {criteria.map((criterion, index) => (
          <CriterionField
            key={criterion.slug}
            index={index}
            criterion={criterion}
            labels={labels}
            typed={typed}
            errors={errors}
          />
        ))}
      </div>
      <SaveButtons labels={labels} />
      <AutosaveBar savedAt={shown.savedAt} state={auto} waits={t('autosaveWaits')} />
    </Form>
  )
}
