import { labelIn } from '@/lib/base/text/label'
import { useLocale, useTranslations } from 'next-intl'
import { controlClass } from '@/components/base/forms/field'
import type { Option } from '@/components/base/forms/inputs'
import { Button } from '@/components/base/ui/button'
import { getPathname } from '@/i18n/navigation'
import {
  AUTHORITIES,
  AUTHORITY_PARAMETERS,
  filterQuery,
  STATUS_PARAMETERS,
  STATUSES,
} from '@/lib/exchange/obstacles/rules'
import type { ObstacleFilter } from '@/lib/exchange/obstacles/types'
import type { EditingOptions } from '@/lib/knowledge/revisions/types'

interface ObstacleFiltersProps {
  filter: ObstacleFilter
  options: Pick<EditingOptions, 'targetGroups' | 'regions'>
  /** The form is on the page twice, folded for small screens, so ids must differ. */
  place: 'small' | 'large'
}

interface Choice {
  name: string
  label: string
  value: string
  options: Option[]
}

function useChoices(filter: ObstacleFilter, options: ObstacleFiltersProps['options']): Choice[] {
  const t = useTranslations('obstacles')
  const locale = useLocale()
  const chosen = filterQuery(filter)
  const byName = (list: Option[]) => list.toSorted((a, b) => a.label.localeCompare(b.label, locale))
  return [
    {
      name: 'stand',
      label: t('filter.status'),
      value: chosen.stand ?? '',
      options: STATUSES.map((status) => ({
        value: STATUS_PARAMETERS[status],
        label: t(`status.${status}`),
      })),
    },
    {
      name: 'instantie',
      label: t('filter.authority'),
      value: chosen.instantie ?? '',
      options: AUTHORITIES.map((authority) => ({
        value: AUTHORITY_PARAMETERS[authority],
        label: t(`authority.${authority}`),
      })),
    },
    {
      name: 'doelgroep',
      label: t('filter.group'),
      value: filter.group ?? '',
      options: byName(
        options.targetGroups.map((term) => ({
          value: term.slug,
          label: labelIn(locale, term),
        })),
      ),
    },
    {
      name: 'regio',
      label: t('filter.region'),
      value: filter.region ?? '',
      options: byName(options.regions.map(({ slug, name }) => ({ value: slug, label: name }))),
    },
  ]
}

function ChoiceField({ choice, place }: { choice: Choice; place: ObstacleFiltersProps['place'] }) {
  const t = useTranslations('obstacles.filter')
  return (
    <div>
      <label htmlFor={`${choice.name}-${place}`} className="block text-sm font-semibold">
        {choice.label}
      </label>
      <select
        key={choice.value}
        id={`${choice.name}-${place}`}
        name={choice.name}
        defaultValue={choice.value}
        className={`${controlClass} mt-1 min-h-11`}
      >
        {[{ value: '', label: t('all') }, ...choice.options].map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}

export function ObstacleFilters({ filter, options, place }: ObstacleFiltersProps) {
  const t = useTranslations('obstacles')
  const locale = useLocale()
  const choices = useChoices(filter, options)
  return (
    <form
      action={getPathname({ href: '/obstacles', locale })}
      role="search"
      aria-label={t('filter.search')}
      className="space-y-4"
    >
      <div>
        <label htmlFor={`q-${place}`} className="block text-sm font-semibold">
          {t('filter.search')}
        </label>
        <input
          id={`q-${place}`}
          name="q"
          type="search"
          maxLength={200}
          defaultValue={filter.query}
          className={`${controlClass} mt-1 min-h-11`}
        />
      </div>
      {choices.map((choice) => (
        <ChoiceField key={choice.name} choice={choice} place={place} />
      ))}
      <Button type="submit" variant="secondary" className="w-full">
        {t('filter.submit')}
      </Button>
    </form>
  )
}
