'use client'
import type { ReactNode } from 'react'
import { Form } from '@/components/base/forms/form'
import { FormErrors, useFieldErrors } from '@/components/base/forms/form-state'
import { TextArea } from '@/components/base/forms/inputs'
import { typedValue } from '@/components/base/forms/typed-values'
import { useFormAction } from '@/components/base/forms/use-form-action'
import { Disclosure } from '@/components/base/ui/disclosure'
import { Section } from '@/components/base/ui/layout'
import { decideAction } from '@/lib/knowledge/revisions/review.actions'
import { remarkName } from '@/lib/knowledge/revisions/review.rules'
import { DecisionBar, type DecisionWords } from './decision-bar'

interface RemarkField {
  field: string
  label: string
  /** Such as "Opmerking bij Samenvatting". */
  remark: string
}

interface ReviewFormProps {
  revisionId: string
  version: number
  changed: readonly (RemarkField & { difference: ReactNode })[]
  others: readonly RemarkField[]
  words: DecisionWords & {
    changes: string
    changesLead: string
    remarkHint: string
    otherRemarks: string
    decision: string
    reason: string
    reasonHint: string
  }
  /** Above the differences. */
  intro: ReactNode
  /** The whole text, between the differences and the decision. */
  children: ReactNode
  /** What to mind before deciding. */
  check: ReactNode
}

/** By the name of each input, in the order of the page. */
function labelsOf(fields: readonly RemarkField[], reason: string): Record<string, string> {
  const remarks = fields.map(({ field, remark }) => [remarkName(field), remark] as const)
  return { ...Object.fromEntries(remarks), reason }
}

/** One form over the whole page, so that remarks beside the text go along with the decision. */
export function ReviewForm({
  revisionId,
  version,
  changed,
  others,
  words,
  intro,
  children,
  check,
}: ReviewFormProps) {
  const [result, action] = useFormAction(decideAction)
  const errors = useFieldErrors(result)
  const wrote = others.some(({ field }) => typedValue(result, {}, remarkName(field)) !== '')
  const remarkArea = ({ field, remark }: RemarkField) => (
    <TextArea
      key={field}
      name={remarkName(field)}
      label={remark}
      rows={2}
      errors={errors(remarkName(field))}
      defaultValue={typedValue(result, {}, remarkName(field))}
    />
  )
  return (
    <Form action={action} result={result} noValidate>
      <FormErrors result={result} labels={labelsOf([...changed, ...others], words.reason)} />
      <input type="hidden" name="revisionId" value={revisionId} />
      <input type="hidden" name="version" value={version} />
      <Section id="verandert" title={words.changes} lead={words.changesLead}>
        {intro}
        {changed.map((one) => (
          <section key={one.field} className="mt-10">
            <h3 className="mb-3">{one.label}</h3>
            {one.difference}
            <div className="mt-4 max-w-measure">{remarkArea(one)}</div>
          </section>
        ))}
        <Disclosure summary={words.otherRemarks} open={wrote} className="mt-8 max-w-measure">
          <p className="text-sm text-muted">{words.remarkHint}</p>
          <div className="mt-4 space-y-4">{others.map(remarkArea)}</div>
        </Disclosure>
      </Section>
      {children}
      <Section id="besluit" title={words.decision}>
        <div className="grid gap-x-14 gap-y-8 lg:grid-cols-2">
          {check}
          <TextArea
            name="reason"
            label={words.reason}
            hint={words.reasonHint}
            rows={5}
            errors={errors('reason')}
            defaultValue={typedValue(result, {}, 'reason')}
          />
        </div>
      </Section>
      <DecisionBar words={words} />
    </Form>
  )
}
