'use client'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { CheckboxField, CheckboxGroup, type OptionGroup } from '@/components/base/forms/choices'
import { ConflictScreen } from '@/components/base/forms/conflict-screen'
import { Form } from '@/components/base/forms/form'
import {
  FormErrors,
  SavedState,
  typedValue,
  typedValues,
  useFieldErrors,
} from '@/components/base/forms/form-state'
import { SelectField, TextArea, TextField, type Option } from '@/components/base/forms/inputs'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { useFormAction } from '@/components/base/forms/use-form-action'
import { Notice } from '@/components/base/ui/notice'
import { addObstacleAction, saveObstacleAction } from '@/lib/exchange/obstacles/actions'
import type { LikelyDuplicate } from '@/lib/exchange/obstacles/types'
import { type ActionResult, type FormValues } from '@/lib/base/http/action-result'

type Field =
  | 'title'
  | 'description'
  | 'law'
  | 'authority'
  | 'authorityName'
  | 'groups'
  | 'regions'
  | 'organisationId'
  | 'initiativeId'
type Texts = Readonly<
  Record<
    Field | 'submit' | 'busy' | 'duplicates' | 'duplicatesLead' | 'duplicatesBlock' | 'confirmed',
    string
  >
>

interface Shared {
  labels: Texts
  hints: Partial<Record<Field, string>>
  authorities: readonly Option[]
  groups: readonly OptionGroup[]
  regions: readonly OptionGroup[]
}

const PAUSE_MS = 400
const SHORTEST = 8

function DuplicateList({
  duplicates,
  list,
}: {
  duplicates: readonly LikelyDuplicate[]
  list: string
}) {
  return (
    <ul className="mt-2 space-y-1">
      {duplicates.map(({ slug, title }) => (
        <li key={slug}>
          <a
            href={`${list}/${slug}`}
            target="_blank"
            rel="noreferrer"
            className="text-green underline"
          >
            {title}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The title, which tells while one types what looks like it. Without JavaScript sending the form tells the same. */
function TitleField({
  field,
  lookFor,
  list,
  labels,
  announce,
}: {
  field: Omit<Parameters<typeof TextField>[0], 'onChange'>
  lookFor: boolean
  list: string
  labels: Texts
  announce: readonly string[]
}) {
  const [duplicates, setDuplicates] = useState<readonly LikelyDuplicate[]>([])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const request = useRef<AbortController>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const look = async (text: string) => {
    const controller = new AbortController()
    request.current = controller
    try {
      const response = await fetch(`/api/v1/knelpunten?lijktOp=${encodeURIComponent(text)}`, {
        signal: controller.signal,
      })
      if (!response.ok) return
      const { items } = (await response.json()) as { items: { slug: string; titel: string }[] }
      setDuplicates(items.map(({ slug, titel }) => ({ slug, title: titel, status: 'open' })))
    } catch {
      // A help while typing: without an answer sending the form still looks.
    }
  }
  const typed = (text: string) => {
    clearTimeout(timer.current)
    request.current?.abort()
    if (text.trim().length < SHORTEST) setDuplicates([])
    else timer.current = setTimeout(() => void look(text.trim()), PAUSE_MS)
  }
  return (
    <div>
      <TextField {...field} onChange={lookFor ? (event) => typed(event.target.value) : undefined} />
      {duplicates.length > 0 ? (
        <Notice title={labels.duplicates} className="mt-3">
          <p>{labels.duplicatesLead}</p>
          <DuplicateList duplicates={duplicates} list={list} />
        </Notice>
      ) : null}
      <span role="status" className="sr-only">
        {announce[duplicates.length] ?? ''}
      </span>
    </div>
  )
}

interface FieldsProps extends Shared {
  result: ActionResult<unknown>
  stored: FormValues
  errors: (field: string) => string[]
  title: (field: {
    name: string
    label: string
    hint?: string | undefined
    errors: string[]
    defaultValue: string
    maxLength: number
    required: boolean
  }) => ReactNode
}

function ContentFields({
  labels,
  hints,
  authorities,
  groups,
  regions,
  result,
  stored,
  errors,
  title,
}: FieldsProps) {
  const field = (name: Field) => ({
    name,
    label: labels[name],
    hint: hints[name],
    errors: errors(name),
    defaultValue: typedValue(result, stored, name),
  })
  const boxes = (name: 'groups' | 'regions') => ({
    name,
    label: labels[name],
    hint: hints[name],
    errors: errors(name),
    selected: typedValues(result, stored, name),
  })
  const round = JSON.stringify('values' in result ? result.values : stored).length
  return (
    <>
      {title({ ...field('title'), maxLength: 140, required: true })}
      <TextArea {...field('description')} rows={5} required />
      <TextField {...field('law')} maxLength={300} />
      <SelectField
        key={typedValue(result, stored, 'authority')}
        {...field('authority')}
        options={authorities}
        required
      />
      <TextField {...field('authorityName')} maxLength={140} />
      <CheckboxGroup key={`groups ${round}`} {...boxes('groups')} groups={groups} />
      <CheckboxGroup key={`regions ${round}`} {...boxes('regions')} groups={regions} />
    </>
  )
}

interface NewObstacleFormProps extends Shared {
  organisations: readonly [Option, ...Option[]]
  initiatives: readonly Option[]
  stored: FormValues
  /** Address of the register in the reader's language. */
  list: string
  /** What to announce for so many that look like it. */
  announce: readonly string[]
}

/** A new obstacle. What looks like it is told while typing and again before it is kept. */
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
  // What looks like it comes with what was typed, so that the form stays as it was.
  const { duplicatesBlock } = labels
  const result = useMemo<ActionResult<unknown>>(
    () =>
      answer.status === 'ok'
        ? {
            status: 'invalid',
            fieldErrors: {},
            formErrors: [duplicatesBlock],
            values: answer.data.values,
          }
        : answer,
    [answer, duplicatesBlock],
  )
  const errors = useFieldErrors(result)
  const [first] = organisations
  const asked = duplicates.length > 0 || typedValue(result, {}, 'confirmed') === 'on'
  return (
    <Form action={send} result={result} noValidate className="max-w-measure space-y-8">
      <FormErrors result={result} labels={labels} />
      {asked ? (
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
      ) : null}
      <ContentFields
        {...shared}
        result={result}
        stored={stored}
        errors={errors}
        title={(field) => (
          <TitleField
            field={field}
            lookFor={!asked}
            list={list}
            labels={labels}
            announce={announce}
          />
        )}
      />
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
      <SubmitButton pending={labels.busy}>{labels.submit}</SubmitButton>
    </Form>
  )
}

/** The text of an obstacle that exists. Two people at once see both texts. */
export function EditObstacleForm({
  about,
  stored,
  ...shared
}: Shared & { about: { obstacleId: string; version: number }; stored: FormValues }) {
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
      <ContentFields
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
