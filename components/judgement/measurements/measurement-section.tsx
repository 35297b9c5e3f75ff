import type { InitiativeIndicatorView } from '@/lib/judgement/measurements/types'
import { randomUUID } from 'node:crypto'
import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { measurementFields } from '@/components/judgement/measurements/indicator-specs'
import { Section } from '@/components/base/ui/layout'
import { saveMeasurementAction } from '@/lib/judgement/measurements/actions'
import { measurementValues } from '@/lib/judgement/measurements/schema'

interface MeasurementSectionProps {
  initiativeId: string
  indicators: InitiativeIndicatorView[]
  correcting: string | string[] | undefined
}

export function MeasurementSection({
  initiativeId,
  indicators,
  correcting,
}: MeasurementSectionProps) {
  const t = useTranslations('indicators.edit')
  const labels = { submit: t('save'), busy: t('busy'), advice: { withoutN: t('withoutN') } }
  const added = { ...labels, done: t('measurementDone') }
  const improved = { ...labels, done: t('correctDone') }
  const options = indicators.map(({ id, label }) => ({ value: id, label }))
  const [first] = options
  if (!first) return null
  const corrected = indicators.flatMap((indicator) =>
    indicator.measurements
      .filter(({ id }) => id === correcting)
      .map((measurement) => ({ indicator, measurement })),
  )[0]
  return (
    <Section
      id="meting"
      title={corrected ? t('correct') : t('addMeasurement')}
      lead={corrected ? t('correctLead') : undefined}
      className="mt-10"
    >
      {corrected ? (
        <FieldsForm
          key={corrected.measurement.id}
          action={saveMeasurementAction}
          fields={measurementFields(t, [], true)}
          labels={improved}
          stored={measurementValues(corrected.indicator.id, corrected.measurement)}
          about={{
            initiativeId,
            measurementId: randomUUID(),
            measuredIndicatorId: corrected.indicator.id,
            supersedesId: corrected.measurement.id,
          }}
        />
      ) : (
        <FieldsForm
          action={saveMeasurementAction}
          fields={measurementFields(t, options)}
          stored={{ measuredIndicatorId: first.value }}
          labels={added}
          about={{
            initiativeId,
            measurementId: randomUUID(),
            ...(options.length === 1 && { measuredIndicatorId: first.value }),
          }}
        />
      )}
    </Section>
  )
}
