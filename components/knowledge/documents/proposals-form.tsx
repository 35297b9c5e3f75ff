'use client'
import { useTranslations } from 'next-intl'
import { useRef, useSyncExternalStore, type ReactNode } from 'react'
import { CheckboxField } from '@/components/base/forms/choices'
import { Form } from '@/components/base/forms/form'
import { FormErrors, useFieldErrors } from '@/components/base/forms/form-state'
import { SelectField, TextField, type Option } from '@/components/base/forms/inputs'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { sentValues, typedValue, typedValues } from '@/components/base/forms/typed-values'
import { useFormAction } from '@/components/base/forms/use-form-action'
import { fieldLabels } from '@/components/knowledge/editing/field-labels'
import type { Locale } from '@/i18n/routing'
import type { FormValues } from '@/lib/base/http/action-result'
import { draftFromReadingAction } from '@/lib/knowledge/documents/actions'
import { ACCEPTED, resultKey } from '@/lib/knowledge/documents/draft.rules'
import type { ShownReading } from '@/lib/knowledge/documents/loaders'
import { CHOICE_FIELDS, PROPOSAL_FIELDS, type Proposal } from '@/lib/knowledge/documents/types'
import { Source } from './proposal-card'
import { ChoiceCards, ResultCards, TextCard, type CardState } from './proposal-fields'
import { useProposalKeys } from './proposal-keys'

const CONTACT = ['contactName', 'contactEmail']
const isChoice = (field: string) => CHOICE_FIELDS.some((choice) => choice === field)

/** What is ticked and filled in at first. A person is never ticked: only people know who agreed. */
function startValues(proposals: readonly Proposal[], organisationId: string): FormValues {
  const values: FormValues = { organisationId }
  const accepted: string[] = []
  let results = 0
  for (const { field, value, strength } of proposals) {
    const isOn = strength === 'strong' && !CONTACT.includes(field)
    const key = field === 'results' ? resultKey(results++) : field
    if (!isChoice(field)) {
      values[key] = value
      if (isOn) accepted.push(key)
    } else if (isOn) values[field] = [values[field] ?? [], value].flat()
  }
  return { ...values, [ACCEPTED]: accepted }
}

const never = () => () => undefined

function KeyHint() {
  const t = useTranslations('documents')
  const hasScripts = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  return hasScripts ? <p className="max-w-measure text-sm text-muted">{t('keys')}</p> : null
}

function Question({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border-t border-hairline pt-6">
      <h2 className="text-xl">{title}</h2>
      <div className="mt-4 space-y-4">{children}</div>
    </section>
  )
}

function TitleField({ state, proposal }: { state: CardState; proposal: Proposal | undefined }) {
  const t = useTranslations('editing')
  return (
    <div>
      <TextField
        name="title"
        label={t('title')}
        hint={t('titleHint')}
        required
        maxLength={140}
        errors={state.errors('title')}
        defaultValue={state.typed('title')}
      />
      {proposal ? <Source proposal={proposal} /> : null}
    </div>
  )
}

function Consent({ state }: { state: CardState }) {
  const t = useTranslations('documents')
  return (
    <CheckboxField
      name="contactConsent"
      label={t('consent')}
      hint={t('consentHint')}
      errors={state.errors('contactConsent')}
      defaultChecked={state.typed('contactConsent') === 'on'}
    />
  )
}

function Cards({
  state,
  field,
  proposals,
}: {
  state: CardState
  field: Proposal['field']
  proposals: readonly Proposal[]
}) {
  if (isChoice(field)) return <ChoiceCards state={state} proposals={proposals} />
  if (field === 'results') return <ResultCards state={state} proposals={proposals} />
  const [proposal] = proposals
  return proposal ? <TextCard state={state} proposal={proposal} /> : null
}

function useLabels(): Record<string, string> {
  const t = useTranslations('documents')
  return {
    ...fieldLabels(useTranslations('editing')),
    results: t('results'),
    contactName: t('contactName'),
    contactEmail: t('contactEmail'),
    contactConsent: t('consent'),
  }
}

export function ProposalsForm({
  reading,
  organisations,
  locale,
}: {
  reading: ShownReading
  organisations: readonly [Option, ...Option[]]
  locale: Locale
}) {
  const t = useTranslations('documents')
  const [result, action] = useFormAction(draftFromReadingAction)
  const errors = useFieldErrors(result)
  const list = useRef<HTMLDivElement>(null)
  useProposalKeys(list)
  const { proposals, names } = reading
  const stored = startValues(proposals, organisations[0].value)
  const labels = useLabels()
  const state: CardState = {
    errors,
    labels,
    typed: (name) => typedValue(result, stored, name),
    chosen: (name) => typedValues(result, stored, name),
    nameOf: ({ field, value }) => names[`${field} ${value}`]?.[locale] ?? value,
  }
  const of = (field: Proposal['field']) => proposals.filter((one) => one.field === field)
  const shown = PROPOSAL_FIELDS.filter((field) => field !== 'title' && of(field).length > 0)
  const lastContact = shown.findLast((field) => CONTACT.includes(field))
  return (
    <Form action={action} result={result} noValidate className="max-w-3xl space-y-8">
      <input type="hidden" name="readingId" value={reading.id} />
      <FormErrors result={result} labels={labels} />
      <KeyHint />
      <div ref={list} className="space-y-8" key={JSON.stringify(sentValues(result) ?? null).length}>
        <TitleField state={state} proposal={of('title')[0]} />
        {organisations.length === 1 ? (
          <input type="hidden" name="organisationId" value={organisations[0].value} />
        ) : (
          <SelectField
            name="organisationId"
            label={t('organisation')}
            options={organisations}
            defaultValue={state.typed('organisationId')}
          />
        )}
        {shown.map((field) => (
          <Question key={field} title={labels[field] ?? field}>
            <Cards state={state} field={field} proposals={of(field)} />
            {field === lastContact ? <Consent state={state} /> : null}
          </Question>
        ))}
      </div>
      <SubmitButton pending={t('making')}>{t('make')}</SubmitButton>
    </Form>
  )
}
