import { useTranslations } from 'next-intl'
import { FilterSelect } from '@/components/base/forms/filter-select'
import { buttonClass } from '@/components/base/ui/button'
import { MembershipRole, PlatformRoleName } from '@/generated/prisma/enums'
import { PEOPLE_FILTERS, type PeopleQuery } from '@/lib/people/administration/types'

interface PeopleFilterProps {
  chosen: PeopleQuery
  organisations: readonly { id: string; name: string }[]
  action: string
}

/** A plain form: the choice is in the address. */
export function PeopleFilter({ chosen, organisations, action }: PeopleFilterProps) {
  const t = useTranslations('administration.people')
  const roles = useTranslations('accounts.roles')
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
      <button type="submit" className={buttonClass('secondary')}>
        {t('apply')}
      </button>
    </form>
  )
}
