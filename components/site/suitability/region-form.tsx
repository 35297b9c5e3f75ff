import { useTranslations } from 'next-intl'
import { FilterSelect } from '@/components/base/forms/filter-select'
import { Button } from '@/components/base/ui/button'
import type { ReaderRegion } from '@/lib/site/suitability/loaders'

interface RegionFormProps {
  reader: ReaderRegion
  /** Where the answer stands, with its part of the page. */
  action: string
  /** What else the address holds. */
  kept?: Readonly<Record<string, string>>
}

/** Chooses the region of the reader; it is kept in the address alone. */
export function RegionForm({ reader, action, kept = {} }: RegionFormProps) {
  const t = useTranslations('suitability')
  const { region, choices, isOfOrganisation } = reader
  return (
    <div className="print:hidden">
      <form action={action} className="flex flex-wrap items-end gap-4">
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <FilterSelect name="voor" label={t('choose')} value={region?.slug ?? null} all={t('none')}>
          {choices.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </FilterSelect>
        <Button type="submit" variant="secondary">
          {t('show')}
        </Button>
      </form>
      {isOfOrganisation ? <p className="mt-2 text-sm text-muted">{t('ofOrganisation')}</p> : null}
    </div>
  )
}
