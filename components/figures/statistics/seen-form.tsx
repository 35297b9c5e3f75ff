import { useTranslations } from 'next-intl'
import { DateField, SelectField } from '@/components/base/forms/inputs'
import { Button } from '@/components/base/ui/button'
import { SPAN_PARAMETERS, SPANS, type Span } from '@/lib/figures/statistics/rules'
import type { RegionType } from '@/lib/figures/statistics/types'

interface SeenFormProps {
  day: string
  today: string
  regionTypes: readonly RegionType[]
  chosen: RegionType | undefined
  regions: readonly { code: string; name: string }[]
  chosenRegion: string | undefined
  span: Span | null
}

export function SeenForm({
  day,
  today,
  regionTypes,
  chosen,
  regions,
  chosenRegion,
  span,
}: SeenFormProps) {
  const t = useTranslations('statistics')
  return (
    <form method="get" className="flex flex-wrap items-end gap-4 print:hidden">
      <DateField name="peildatum" label={t('asOf')} defaultValue={day} max={today} />
      {regionTypes.length > 1 ? (
        <SelectField
          name="soort"
          label={t('kindOfRegion')}
          defaultValue={chosen ?? ''}
          options={[
            { value: '', label: t('allKinds') },
            ...regionTypes.map((value) => ({ value, label: t(`kind.${value}`) })),
          ]}
        />
      ) : null}
      {regions.length > 1 ? (
        <SelectField
          name="gebied"
          label={t('lines.choose')}
          defaultValue={chosenRegion ?? ''}
          options={[
            { value: '', label: t('lines.none') },
            ...regions.map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
      ) : null}
      {span === null ? null : (
        <SelectField
          name="terug"
          label={t('span.choose')}
          defaultValue={SPAN_PARAMETERS[span]}
          options={SPANS.map((one) => ({ value: SPAN_PARAMETERS[one], label: t(`span.${one}`) }))}
        />
      )}
      <Button type="submit" variant="secondary">
        {t('look')}
      </Button>
    </form>
  )
}
