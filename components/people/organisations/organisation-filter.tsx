import { useTranslations } from 'next-intl'
import { FilterForm } from '@/components/base/forms/filter-form'
import { FilterSelect } from '@/components/base/forms/filter-select'
import { OrganisationKind } from '@/generated/prisma/enums'

interface OrganisationFilterProps {
  chosen: { text: string; kind: OrganisationKind | null }
  action: string
}

export function OrganisationFilter({ chosen, action }: OrganisationFilterProps) {
  const t = useTranslations('organisations')
  const kinds = useTranslations('organisations.kinds')
  return (
    <FilterForm
      action={action}
      text={chosen.text}
      labels={{ search: t('search'), apply: t('apply') }}
    >
      <FilterSelect name="soort" label={t('kind')} value={chosen.kind} all={t('allKinds')}>
        {Object.values(OrganisationKind).map((kind) => (
          <option key={kind} value={kind}>
            {kinds(kind)}
          </option>
        ))}
      </FilterSelect>
    </FilterForm>
  )
}
