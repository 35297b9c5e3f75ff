import { labelIn } from '@/lib/base/text/label'
import type { InitiativeIndicatorView } from '@/lib/judgement/measurements/types'
import type { loadMeasurementWork } from '@/lib/judgement/measurements/loaders'
import { randomUUID } from 'node:crypto'
import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { indicatorFields } from '@/components/judgement/measurements/indicator-specs'
import { Section } from '@/components/base/ui/layout'
import type { Locale } from '@/i18n/routing'
import { saveIndicatorAction } from '@/lib/judgement/measurements/actions'
import { indicatorValues } from '@/lib/judgement/measurements/schema'

type Loaded = Awaited<ReturnType<typeof loadMeasurementWork>>

interface IndicatorSectionProps {
  initiativeId: string
  indicators: InitiativeIndicatorView[]
  choices: Pick<Loaded, 'resultTypes' | 'outcomes'>
  chosen: string | string[] | undefined
  locale: Locale
}

export function IndicatorSection({
  initiativeId,
  indicators,
  choices: { resultTypes, outcomes },
  chosen,
  locale,
}: IndicatorSectionProps) {
  const t = useTranslations('indicators.edit')
  const labels = { submit: t('save'), busy: t('busy'), advice: { withoutN: t('withoutN') } }
  const asOption = (term: { slug: string; labelNl: string; labelEn: string }) => ({
    value: term.slug,
    label: labelIn(locale, term),
  })
  const options = {
    outcomes: outcomes.map(asOption),
    resultTypes: resultTypes.map(asOption),
  }
  const changing = indicators.find(({ id }) => id === chosen)
  return (
    <Section id="indicator" title={changing ? t('changeIndicator') : t('addIndicator')}>
      {changing ? (
        <FieldsForm
          key={changing.id}
          action={saveIndicatorAction}
          fields={indicatorFields(t, options)}
          stored={indicatorValues(changing)}
          labels={labels}
          about={{ initiativeId, indicatorId: changing.id, version: changing.version }}
        />
      ) : (
        <FieldsForm
          action={saveIndicatorAction}
          fields={indicatorFields(t, options)}
          stored={{ resultType: 'outcome' }}
          labels={labels}
          about={{ initiativeId, indicatorId: randomUUID() }}
        />
      )}
    </Section>
  )
}
