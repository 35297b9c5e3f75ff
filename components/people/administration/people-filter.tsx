import { useTranslations } from 'next-intl'
import { FilterForm } from '@/components/base/forms/filter-form'
import { FilterSelect } from '@/components/base/forms/filter-select'
import { MembershipRole, PlatformRoleName } from '@/generated/prisma/enums'
import { PEOPLE_FILTERS, type PeopleQuery } from '@/lib/people/administration/types'

interface PeopleFilterProps {
  chosen: PeopleQuery
  organisations: readonly { id: string; name: string }[]
  action: string
}

export function PeopleFilter({ chosen, organisations, action }: PeopleFilterProps) {
  const t = useTranslations('administration.people')
  const roles = useTranslations('accounts.roles')
  return (
    <FilterForm
      action={action}
      text={chosen.text}
      labels={{ search: t('search'), apply: t('apply') }}
    >
      <FilterSelect
        name="organisatie"
        label={t('organisation')}
        value={chosen.organisationId}
        all={t('allOrganisations')}
      >
        {organisations.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </FilterSelect>
      <FilterSelect name="rol" label={t('role')} value={chosen.role} all={t('allRoles')}>
        {[...Object.values(MembershipRole), ...Object.values(PlatformRoleName)].map((role) => (
          <option key={role} value={role}>
            {roles(role)}
          </option>
        ))}
      </FilterSelect>
      <FilterSelect name="toon" label={t('show')} value={chosen.filter} all={t('all')}>
        {PEOPLE_FILTERS.map((filter) => (
          <option key={filter} value={filter}>
            {t(`filters.${filter}`)}
          </option>
        ))}
      </FilterSelect>
    </FilterForm>
  )
}
