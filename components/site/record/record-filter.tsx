import { useLocale, useTranslations } from 'next-intl'
import { controlClass } from '@/components/base/forms/field'
import { FilterSelect } from '@/components/base/forms/filter-select'
import { Button } from '@/components/base/ui/button'
import { getPathname, Link } from '@/i18n/navigation'
import { GROUPS, objectParameter } from '@/lib/site/record/rules'
import type { ObjectName, RecordQuery } from '@/lib/site/record/types'
import { objectWords } from './event-words'

interface RecordFilterProps {
  query: RecordQuery
  names: { person: string | null; object: ObjectName | null }
  isNarrowed: boolean
}

function Input({
  name,
  label,
  value,
  type,
  className,
}: Record<'name' | 'label' | 'value' | 'type' | 'className', string>) {
  return (
    <label className={className}>
      <span className="block text-sm font-semibold">{label}</span>
      <input
        name={name}
        type={type}
        defaultValue={value}
        maxLength={100}
        className={`${controlClass} mt-1 min-h-11`}
      />
    </label>
  )
}

export function RecordFilter({ query, names, isNarrowed }: RecordFilterProps) {
  const t = useTranslations('audit')
  const action = getPathname({ href: '/workspace/admin/record', locale: useLocale() })
  const { text, personId, object, group, from, until } = query
  return (
    <form action={action} role="search" aria-label={t('filter')} className="max-w-4xl">
      {/* A choice of one person or thing stays until all filters go. */}
      {personId === null ? null : <input type="hidden" name="persoon" value={personId} />}
      {object === null ? null : (
        <input type="hidden" name="voorwerp" value={objectParameter(object)} />
      )}
      <div className="flex flex-wrap items-end gap-4">
        <Input name="zoek" type="search" label={t('search')} value={text} className="w-full" />
        <FilterSelect name="soort" label={t('kind')} value={group} all={t('allKinds')}>
          {GROUPS.map((one) => (
            <option key={one} value={one}>
              {t(`group.${one}`)}
            </option>
          ))}
        </FilterSelect>
        <Input name="van" type="date" label={t('from')} value={from} className="max-sm:w-full" />
        <Input name="tot" type="date" label={t('until')} value={until} className="max-sm:w-full" />
        <Button type="submit">{t('show')}</Button>
      </div>
      {personId === null ? null : (
        <p className="mt-4 font-semibold">
          {t('onlyPerson', { name: names.person ?? t('gone.user') })}
        </p>
      )}
      {object === null ? null : (
        <p className="mt-4 font-semibold">
          {t('onlyObject', { name: objectWords(t, object.type, names.object) })}
        </p>
      )}
      {isNarrowed ? (
        <Link href="/workspace/admin/record" className="mt-2 inline-flex min-h-11 items-center">
          {t('all')}
        </Link>
      ) : null}
    </form>
  )
}
