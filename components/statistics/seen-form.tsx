import { useTranslations } from 'next-intl'
import { DateField, SelectField } from '@/components/forms/inputs'
import { Button } from '@/components/ui/button'
import type { RegionType } from '@/lib/statistics/types'

/** Chooses the day on which one looks, and the kind of region. A plain GET form: the choice stands in the address. */
export function SeenForm({ day, today, regionTypes, chosen }: { day: string; today: string; regionTypes: readonly RegionType[]; chosen: RegionType | undefined }) {
  const t = useTranslations('statistics')
  return (
    <form method="get" className="flex flex-wrap items-end gap-4 print:hidden">
      <DateField name="peildatum" label={t('asOf')} defaultValue={day} max={today} />
      {regionTypes.length > 1 ? (
        <SelectField
          name="soort" label={t('kindOfRegion')} defaultValue={chosen ?? ''}
          options={[{ value: '', label: t('allKinds') }, ...regionTypes.map((value) => ({ value, label: t(`kind.${value}`) }))]}
        />
      ) : null}
      <Button type="submit" variant="secondary">{t('look')}</Button>
    </form>
  )
}
