'use client'
import { useMemo } from 'react'
import { CheckboxField } from '@/components/base/forms/choices'
import { ConflictScreen } from '@/components/base/forms/conflict-screen'
import { Form } from '@/components/base/forms/form'
import { FormErrors, SavedState, useFieldErrors } from '@/components/base/forms/form-state'
import { SelectField, TextField, type Option } from '@/components/base/forms/inputs'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { typedValue } from '@/components/base/forms/typed-values'
import { useFormAction } from '@/components/base/forms/use-form-action'
import { addObstacleAction, saveObstacleAction } from '@/lib/exchange/obstacles/actions'
import type { LikelyDuplicate } from '@/lib/exchange/obstacles/types'
import { type ActionResult, type FormValues } from '@/lib/base/http/action-result'
import { asTyped } from './as-typed'
import { DuplicateList } from './duplicate-list'
import { ObstacleFields, type ObstacleFormProps, type ObstacleLabels } from './obstacle-fields'
import { ObstacleTitleField } from './obstacle-title-field'

interface NewObstacleFormProps extends ObstacleFormProps {
  organisations: readonly [Option, ...Option[]]
  initiatives: readonly Option[]
  stored: FormValues
  list: string
  announce: readonly string[]
}

function ConfirmNew({
  duplicates,
  list,
  labels,
}: {
  duplicates: readonly LikelyDuplicate[]
  list: string
  labels: ObstacleLabels
}) {
  return (
    <div className="border-l-4 border-straw pl-4">
      {duplicates.length > 0 ? (
        <>
          <p className="font-semibold">{labels.duplicates}</p>
          <DuplicateList duplicates={duplicates} list={list} />
        </>
      ) : null}
      <CheckboxField
        name="confirmed"
        label={labels.confirmed}
        defaultChecked={duplicates.length === 0}
      />
    </div>
  )
}

function OwnerFields({
  organisations,
  initiatives,
  stored,
  result,
  labels,
}: Pick<NewObstacleFormProps, 'organisations' | 'initiatives' | 'stored' | 'labels'> & {
  result: ActionResult<unknown>
}) {
  const errors = useFieldErrors(result)
  const [first] = organisations
  return (
    <>
      {organisations.length === 1 ? (
        <input type="hidden" name="organisationId" value={first.value} />
      ) : (
        <SelectField
          name="organisationId"
          label={labels.organisationId}
          options={organisations}
          errors={errors('organisationId')}
          defaultValue={typedValue(result, stored, 'organisationId') || first.value}
        />
      )}
      {initiatives.length > 1 ? (
        <SelectField
          key={typedValue(result, stored, 'initiativeId')}
          name="initiativeId"
          label={labels.initiativeId}
          options={initiatives}
          errors={errors('initiativeId')}
          defaultValue={typedValue(result, stored, 'initiativeId')}
        />
      ) : null}
    </>
  )
}

export function NewObstacleForm({
  organisations,
  initiatives,
  stored,
  list,
  announce,
  ...shared
}: NewObstacleFormProps) {
  const [answer, send] = useFormAction(addObstacleAction)
  const { labels } = shared
  const duplicates = answer.status === 'ok' ? answer.data.duplicates : []
  const { duplicatesBlock } = labels
  const result = useMemo(() => asTyped(answer, duplicatesBlock), [answer, duplicatesBlock])
  const errors = useFieldErrors(result)
  const asked = duplicates.length > 0 || typedValue(result, {}, 'confirmed') === 'on'
  return (
    <Form action={send} result={result} noValidate className="max-w-measure space-y-8">
      <FormErrors result={result} labels={labels} />
      {asked ? <ConfirmNew duplicates={duplicates} list={list} labels={labels} /> : null}
      <ObstacleFields
        {...shared}
        result={result}
        stored={stored}
        errors={errors}
        title={(field) => (
          <ObstacleTitleField
            field={field}
            lookFor={!asked}
            list={list}
            labels={labels}
            announce={announce}
          />
        )}
      />
      <OwnerFields
        organisations={organisations}
        initiatives={initiatives}
        stored={stored}
        result={result}
        labels={labels}
      />
      <SubmitButton pending={labels.busy}>{labels.submit}</SubmitButton>
    </Form>
  )
}

export function EditObstacleForm({
  about,
  stored,
  ...shared
}: ObstacleFormProps & { about: { obstacleId: string; version: number }; stored: FormValues }) {
  const [result, send] = useFormAction(saveObstacleAction)
  const errors = useFieldErrors(result)
  const { labels } = shared
  const texts = (['title', 'description', 'law', 'authorityName'] as const).map((name) => ({
    name,
    label: labels[name],
  }))
  return (
    <Form action={send} result={result} noValidate className="max-w-measure space-y-8">
      <FormErrors result={result} labels={labels} />
      {result.status === 'conflict' ? (
        <ConflictScreen mine={result.values} theirs={result.theirs} fields={texts} />
      ) : null}
      <input type="hidden" name="obstacleId" value={about.obstacleId} />
      <input
        type="hidden"
        name="version"
        value={result.status === 'conflict' ? result.theirVersion : about.version}
      />
      <ObstacleFields
        {...shared}
        result={result}
        stored={stored}
        errors={errors}
        title={(field) => <TextField {...field} />}
      />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton pending={labels.busy}>{labels.submit}</SubmitButton>
        <SavedState savedAt={result.status === 'ok' ? result.data.savedAt : null} />
      </div>
    </Form>
  )
}
