'use client'
import { useTranslations } from 'next-intl'
import { FileField } from '@/components/base/forms/file-field'
import { Form } from '@/components/base/forms/form'
import { FormErrors, useFieldErrors } from '@/components/base/forms/form-state'
import { TextArea } from '@/components/base/forms/inputs'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { typedValue } from '@/components/base/forms/typed-values'
import { useFormAction } from '@/components/base/forms/use-form-action'
import { Notice } from '@/components/base/ui/notice'
import { MAX_FILE_BYTES } from '@/lib/base/files/file-type'
import type { ActionResult, Saved } from '@/lib/base/http/action-result'
import { noonOf } from '@/lib/base/text/calendar'
import { saveDivisionAction, type DivisionOutcome } from '@/lib/site/divisions/actions'
import type { DivisionFault, DivisionPlan } from '@/lib/site/divisions/types'

type Result = ActionResult<DivisionOutcome | Saved>

const outcomeOf = (result: Result): DivisionOutcome | null =>
  result.status === 'ok' && 'faults' in result.data ? result.data : null

/** First shows what a division would change; the second press takes it in. */
export function DivisionForm() {
  const t = useTranslations('divisions.form')
  const [result, send] = useFormAction<DivisionOutcome | Saved>(saveDivisionAction)
  const errors = useFieldErrors(result)
  const outcome = outcomeOf(result)
  const stored = outcome?.values ?? {}
  const isChecked = outcome !== null && outcome.plan !== null && !outcome.isSaved
  const lines = typedValue(result, stored, 'lines')
  return (
    <Form action={send} result={result} noValidate className="max-w-measure space-y-6">
      <FormErrors result={result} labels={{ file: t('file'), lines: t('lines') }} />
      <FileField
        name="file"
        label={t('file')}
        hint={t('fileHint')}
        errors={errors('file')}
        accept=".xlsx,.csv"
        maxBytes={MAX_FILE_BYTES}
      />
      <TextArea
        name="lines"
        label={t('lines')}
        hint={t('linesHint')}
        errors={errors('lines')}
        rows={8}
        defaultValue={lines}
      />
      {outcome && outcome.faults.length > 0 ? <Faults faults={outcome.faults} /> : null}
      {outcome?.plan ? <Plan plan={outcome.plan} isSaved={outcome.isSaved} /> : null}
      {isChecked ? <input type="hidden" name="checked" value={lines} /> : null}
      <SubmitButton variant={isChecked ? 'primary' : 'secondary'} pending={t('busy')}>
        {isChecked ? t('save') : t('check')}
      </SubmitButton>
    </Form>
  )
}

function Faults({ faults }: { faults: readonly DivisionFault[] }) {
  const t = useTranslations('divisions.form')
  return (
    <Notice tone="error" live title={t('faults', { count: faults.length })}>
      <ul className="list-disc pl-5">
        {faults.map(({ line, key, value }, index) => {
          const text = t(`fault.${key}`, { value })
          return (
            <li key={index} className="break-words">
              {line === null ? text : t('onLine', { line, text })}
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}

function Plan({ plan, isSaved }: { plan: DivisionPlan; isSaved: boolean }) {
  const t = useTranslations('divisions.form')
  const { validFrom, begins, changes, ends, same } = plan
  return (
    <Notice
      tone={isSaved ? 'success' : 'info'}
      live
      title={t(isSaved ? 'saved' : 'plan', { date: noonOf(validFrom) })}
    >
      <ul className="list-disc pl-5">
        {begins.map(({ code, name, municipalities }) => (
          <li key={code}>{t('begins', { code, name, count: municipalities })}</li>
        ))}
        {ends.map(({ code, name, successors }) => (
          <li key={code}>{t('ends', { code, name, into: successors.join(', ') })}</li>
        ))}
        {changes.map(({ oldName, ...change }) => (
          <li key={change.code}>
            {oldName === null ? t('changes', change) : t('renamed', { ...change, old: oldName })}
          </li>
        ))}
        <li>{t('same', { count: same })}</li>
      </ul>
    </Notice>
  )
}
