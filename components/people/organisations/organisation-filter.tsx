import { useTranslations } from 'next-intl'
import { FilterSelect } from '@/components/base/forms/filter-select'
import { buttonClass } from '@/components/base/ui/button'
import { OrganisationKind } from '@/generated/prisma/enums'

interface OrganisationFilterProps {
  chosen: { text: string; kind: OrganisationKind | null }
  action: string
}

export function OrganisationFilter({ chosen, action }: OrganisationFilterProps) {
  const t = useTranslations('organisations')
  const kinds = useTranslations('organisations.kinds')
  return (
    <form action={action} className="mb-8 flex flex-wrap items-end gap-4" role="search">
      <label className="min-w-0 max-sm:w-full">
        <span className="block text-sm font-semibold">{t('search')}</span>
        <input
          name="zoek"
          type="search"
          defaultValue={chosen.text}
          maxLength={100}
          autoComplete="off"
          className="mt-1 block min-h-11 w-full rounded-md border border-edge bg-paper px-3 sm:w-72"
        />
      </label>
      <FilterSelect name="soort" label={t('kind')} value={chosen.kind} all={t('allKinds')}>
        {Object.values(OrganisationKind).map((kind) => (
          <option key={kind} value={kind}>
            {kinds(kind)}
          </option>
        ))}
      </FilterSelect>
      <button type="submit" className={buttonClass('secondary')}>
        {t('apply')}
      </button>
    </form>
  )
}
