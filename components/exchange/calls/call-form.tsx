'use client'
import { CheckboxGroup, type OptionGroup } from '@/components/base/forms/choices'
import { ConflictScreen } from '@/components/base/forms/conflict-screen'
import { Form } from '@/components/base/forms/form'
import { FormErrors, SavedState, useFieldErrors } from '@/components/base/forms/form-state'
import {
  DateField,
  SelectField,
  TextArea,
  TextField,
  type Option,
} from '@/components/base/forms/inputs'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { typedValue, typedValues } from '@/components/base/forms/typed-values'
import { useFormAction } from '@/components/base/forms/use-form-action'
import { editCallAction, postCallAction } from '@/lib/exchange/calls/actions'
import { CALL_VOCABULARIES, type CallVocabulary } from '@/lib/exchange/calls/types'
import type { ActionResult, FormValues } from '@/lib/base/http/action-result'

type Texts =
  | 'titleLabel'
  | 'titleHint'
  | 'text'
  | 'textHint'
  | 'region'
  | 'openUntil'
  | 'openUntilHint'
  | 'termsHint'
  | 'submit'
  | 'busy'
  | CallVocabulary

interface CallFormProps {
  edits?: { callId: string; version: number }
  learningId?: string
  stored: FormValues
  regions: readonly Option[]
  terms: Readonly<Record<CallVocabulary, readonly OptionGroup[]>>
  labels: Readonly<Record<Texts, string>>
}

type CallFieldsProps = Pick<CallFormProps, 'stored' | 'regions' | 'terms' | 'labels'> & {
  result: ActionResult<{ savedAt: string }>
}

function CallFields({ result, stored, regions, terms, labels }: CallFieldsProps) {
  const errors = useFieldErrors(result)
  const value = (name: string) => typedValue(result, stored, name)
  const round =
    result.status === 'ok'
      ? result.data.savedAt
      : JSON.stringify(result.status === 'idle' ? null : result)
  return (
    <>
      <TextField
        name="title"
        label={labels.titleLabel}
        hint={labels.titleHint}
        errors={errors('title')}
        defaultValue={value('title')}
      />
      <TextArea
        name="text"
        label={labels.text}
        hint={labels.textHint}
        errors={errors('text')}
        defaultValue={value('text')}
        rows={6}
      />
      <SelectField
        key={`region ${value('region')}`}
        name="region"
        label={labels.region}
        errors={errors('region')}
        options={regions}
        defaultValue={value('region')}
      />
      <DateField
        name="openUntil"
        label={labels.openUntil}
        hint={labels.openUntilHint}
        errors={errors('openUntil')}
        defaultValue={value('openUntil')}
      />
      {CALL_VOCABULARIES.map((name, index) => (
        <CheckboxGroup
          key={`${name} ${round}`}
          name={name}
          label={labels[name]}
          hint={index === 0 ? labels.termsHint : undefined}
          errors={errors(name)}
          groups={terms[name]}
          selected={typedValues(result, stored, name)}
        />
      ))}
    </>
  )
}

export function CallForm({ edits, learningId, stored, regions, terms, labels }: CallFormProps) {
  const [result, action] = useFormAction(edits ? editCallAction : postCallAction)
  const fieldLabels = {
    title: labels.titleLabel,
    text: labels.text,
    region: labels.region,
    openUntil: labels.openUntil,
    target_group: labels.target_group,
    sector: labels.sector,
    instrument: labels.instrument,
  }
  const compared = Object.entries(fieldLabels).map(([name, label]) => ({ name, label }))
  return (
    <Form action={action} result={result} noValidate className="max-w-measure space-y-7">
      <FormErrors result={result} labels={fieldLabels} />
      {result.status === 'conflict' ? (
        <ConflictScreen mine={result.values} theirs={result.theirs} fields={compared} />
      ) : null}
      {edits ? (
        <>
          <input type="hidden" name="callId" value={edits.callId} />
          <input
            type="hidden"
            name="version"
            value={result.status === 'conflict' ? result.theirVersion : edits.version}
          />
        </>
      ) : null}
      {learningId === undefined ? null : <input type="hidden" name="learning" value={learningId} />}
      <CallFields result={result} stored={stored} regions={regions} terms={terms} labels={labels} />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton pending={labels.busy}>{labels.submit}</SubmitButton>
        <SavedState savedAt={result.status === 'ok' ? result.data.savedAt : null} />
      </div>
    </Form>
  )
}
