'use client'
import { FieldsForm, type FieldsFormProps } from '@/components/base/forms/fields-form'
import { Notice } from '@/components/base/ui/notice'
import { levelKey } from './level-key'
import { saveMeasurementAction, type SavedMeasurement } from '@/lib/judgement/measurements/actions'

/** Made on the server, so that words for levels come from one place. */
export interface EvidenceWords {
  /** By rank and direction. */
  levels: Readonly<Record<string, string>>
  rules: Readonly<Record<string, string>>
  was: string
  now: string
  same: string
  because: string
}

type MeasurementFormProps = Pick<
  FieldsFormProps<'withoutN'>,
  'fields' | 'stored' | 'about' | 'labels'
> & { words: EvidenceWords }

function Moved({
  evidence,
  words,
}: {
  evidence: NonNullable<SavedMeasurement['evidence']>
  words: EvidenceWords
}) {
  const before = words.levels[levelKey(evidence.before)]
  const after = words.levels[levelKey(evidence.after)]
  const rule = words.rules[evidence.decidedBy ?? '']
  return (
    <Notice tone="info">
      <p>
        {before === after ? (
          <>
            {words.same} <strong className="font-semibold">{after}</strong>
          </>
        ) : (
          <>
            {words.was} <strong className="font-semibold">{before}</strong>. {words.now}{' '}
            <strong className="font-semibold">{after}</strong>
          </>
        )}
        .
      </p>
      {rule === undefined ? null : (
        <p className="mt-1">
          {words.because} {rule}
        </p>
      )}
    </Notice>
  )
}

/** A measurement, and after saving what it did to the evidence and by which rule. */
export function MeasurementForm({ words, ...form }: MeasurementFormProps) {
  return (
    <FieldsForm
      {...form}
      action={saveMeasurementAction}
      after={({ evidence }) =>
        evidence === undefined ? null : <Moved evidence={evidence} words={words} />
      }
    />
  )
}
