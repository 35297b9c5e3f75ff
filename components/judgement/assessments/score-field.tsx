'use client'
import { TextArea } from '@/components/base/forms/inputs'
import { Disclosure } from '@/components/base/ui/disclosure'
import { FieldGroup } from '@/components/base/forms/field'
import type { ScoreChoice } from '@/lib/judgement/assessments/types'

export interface CriterionQuestion {
  slug: string
  number: number
  label: string
  definition: string
  questions: string[]
  anchors: string[]
  cannotWhen: string
  note: string | null
  first: GivenScore | null
  others: GivenScore[]
}

export interface GivenScore {
  text: string
  reason: string
}

export interface ScoreFieldLabels {
  score: string
  cannot: string
  reason: string
  reasonHint: string
  questions: string
  first: string
  others: string
}

interface ScoreFieldProps {
  index: number
  criterion: CriterionQuestion
  labels: ScoreFieldLabels
  score: ScoreChoice
  reason: string
  scoreErrors: string[]
  reasonErrors: string[]
}

function SeenBefore({
  criterion: { first, others },
  labels,
}: Pick<ScoreFieldProps, 'criterion' | 'labels'>) {
  const given = ({ text, reason }: GivenScore) => (
    <>
      <span className="font-semibold">{text}</span> {reason}
    </>
  )
  return (
    <>
      {first === null ? null : (
        <p className="mt-4 border-l-2 border-sky pl-4 text-sm">
          {labels.first}: {given(first)}
        </p>
      )}
      {others.length === 0 ? null : (
        <Disclosure summary={labels.others} open className="mt-2 border-b-0 text-sm">
          <ul className="space-y-3 border-l-2 border-hairline pl-4">
            {others.map((one) => (
              <li key={`${one.text} ${one.reason}`}>{given(one)}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  )
}

interface ScoreOptionView {
  value: ScoreChoice
  mark: string
  text: string
}

function optionsOf({ anchors, cannotWhen }: CriterionQuestion, cannot: string): ScoreOptionView[] {
  return [
    ...anchors.map((text, point) => ({
      value: String(point + 1) as ScoreChoice,
      mark: String(point + 1),
      text,
    })),
    { value: 'cannot', mark: '–', text: `${cannot}. ${cannotWhen}` },
  ]
}

function ScoreOption({
  name,
  option: { value, mark, text },
  checked,
}: {
  name: string
  option: ScoreOptionView
  checked: boolean
}) {
  return (
    <label className="grid min-h-12 cursor-pointer grid-cols-[auto_1.5rem_1fr] items-start gap-x-3 py-2.5 has-checked:bg-green-wash">
      <input
        type="radio"
        name={name}
        value={value}
        defaultChecked={checked}
        className="mt-1 size-5 accent-green"
      />
      <span className="text-center font-serif text-lg font-semibold tabular">{mark}</span>
      <span>{text}</span>
    </label>
  )
}

export function ScoreField({
  index,
  criterion,
  labels,
  score,
  reason,
  scoreErrors,
  reasonErrors,
}: ScoreFieldProps) {
  const name = `scores.${index}.score`
  return (
    <section
      aria-labelledby={`criterium-${criterion.slug}`}
      className="border-t border-hairline pt-8 pb-4"
    >
      <h2 id={`criterium-${criterion.slug}`}>
        <span className="text-muted tabular">{criterion.number}. </span>
        {criterion.label}
      </h2>
      <p className="mt-2">{criterion.definition}</p>
      {criterion.note === null ? null : <p className="mt-2 text-sm text-muted">{criterion.note}</p>}
      <ul aria-label={labels.questions} className="mt-3 space-y-1 text-sm text-muted">
        {criterion.questions.map((question) => (
          <li key={question} className="flex gap-2">
            <span aria-hidden="true">–</span>
            {question}
          </li>
        ))}
      </ul>
      <SeenBefore criterion={criterion} labels={labels} />
      <input type="hidden" name={`scores.${index}.criterion`} value={criterion.slug} />
      <div className="mt-6 space-y-6">
        <FieldGroup name={name} label={labels.score} errors={scoreErrors}>
          <div className="divide-y divide-hairline border-y border-hairline">
            {optionsOf(criterion, labels.cannot).map((option) => (
              <ScoreOption
                key={option.value}
                name={name}
                option={option}
                checked={score === option.value}
              />
            ))}
          </div>
        </FieldGroup>
        <TextArea
          name={`scores.${index}.reason`}
          label={labels.reason}
          hint={labels.reasonHint}
          errors={reasonErrors}
          defaultValue={reason}
          rows={3}
        />
      </div>
    </section>
  )
}
