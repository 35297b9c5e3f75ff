'use client'
import { useTranslations } from 'next-intl'
import { FileField } from '@/components/base/forms/file-field'
import { Form } from '@/components/base/forms/form'
import { FormErrors, useFieldErrors } from '@/components/base/forms/form-state'
import { SelectField, TextArea } from '@/components/base/forms/inputs'
import { type FieldSpec, isWords } from '@/components/base/forms/fields-form'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { typedValue } from '@/components/base/forms/typed-values'
import { useFormAction } from '@/components/base/forms/use-form-action'
import { Notice } from '@/components/base/ui/notice'
import { MAX_FILE_BYTES } from '@/lib/base/files/file-type'
import type { ActionResult, FormValues, Saved } from '@/lib/base/http/action-result'
import { inviteManyAction, type ManyOutcome } from '@/lib/people/invitations/actions'

interface InviteManyFormProps {
  fields: readonly FieldSpec[]
  organisationId: string
}

type Result = ActionResult<ManyOutcome | Saved>

const outcomeOf = (result: Result): ManyOutcome | null =>
  result.status === 'ok' && 'lines' in result.data ? result.data : null

/** First shows what a list would do; the second press sends it. */
export function InviteManyForm({ fields, organisationId }: InviteManyFormProps) {
  const t = useTranslations('invitations.form')
  const [result, send] = useFormAction<ManyOutcome | Saved>(inviteManyAction)
  const errors = useFieldErrors(result)
  const outcome = outcomeOf(result)
  const stored = outcome?.values ?? { organisationId }
  const fresh = outcome?.lines.filter(({ fault }) => fault === null).length ?? 0
  const isChecked = outcome !== null && outcome.sent === null && fresh > 0
  const names = Object.fromEntries(
    fields.flatMap((spec) => (isWords(spec) ? [] : [[spec.name, spec.label]])),
  )
  return (
    <Form action={send} result={result} noValidate className="max-w-measure space-y-6">
      <FormErrors
        result={result}
        labels={{ addresses: t('addresses'), file: t('file'), ...names }}
        scope="many"
      />
      <Choices fields={fields} result={result} stored={stored} />
      <TextArea
        name="addresses"
        label={t('addresses')}
        hint={t('addressesHint')}
        errors={errors('addresses')}
        scope="many"
        rows={8}
        defaultValue={typedValue(result, stored, 'addresses')}
      />
      <FileField
        name="file"
        label={t('file')}
        hint={t('fileHint')}
        errors={errors('file')}
        scope="many"
        accept=".xlsx,.csv"
        maxBytes={MAX_FILE_BYTES}
      />
      {outcome ? <Outcome outcome={outcome} fresh={fresh} /> : null}
      {isChecked ? (
        <input type="hidden" name="checked" value={typedValue(result, stored, 'addresses')} />
      ) : null}
      <SubmitButton variant={isChecked ? 'primary' : 'secondary'} pending={t('busy')}>
        {isChecked ? t('send', { count: fresh }) : t('check')}
      </SubmitButton>
    </Form>
  )
}

interface ChoicesProps {
  fields: readonly FieldSpec[]
  result: Result
  stored: FormValues
}

/** Keyed by what was chosen: an answer resets a form to what it first showed. */
function Choices({ fields, result, stored }: ChoicesProps) {
  const errors = useFieldErrors(result)
  return fields.map((spec) => {
    if (spec.kind !== 'select') return null
    const value = typedValue(result, stored, spec.name)
    return (
      <SelectField
        key={`${spec.name} ${value}`}
        name={spec.name}
        label={spec.label}
        hint={spec.hint}
        options={spec.options}
        errors={errors(spec.name)}
        scope="many"
        defaultValue={value}
      />
    )
  })
}

function Outcome({ outcome: { lines, sent }, fresh }: { outcome: ManyOutcome; fresh: number }) {
  const t = useTranslations('invitations.form')
  const left = lines.filter(({ fault }) => fault !== null)
  return (
    <Notice
      tone={sent === null ? 'info' : 'success'}
      live
      title={sent === null ? t('checked') : t('sent', { count: sent })}
    >
      {sent === null ? <p>{t('willSend', { count: fresh })}</p> : null}
      {left.length > 0 ? (
        <>
          <p className="mt-2 font-semibold">{t('left')}</p>
          <ul className="list-disc pl-5">
            {left.map(({ line, text, fault }, index) => (
              <li key={index} className="break-words">
                {t('line', { line, text })}
                {fault === null ? '' : `: ${t(`faults.${fault}`)}`}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Notice>
  )
}
