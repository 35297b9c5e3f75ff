import { labelIn } from '@/lib/base/text/label'
import { useTranslations } from 'next-intl'
import { FilterSelect } from '@/components/base/forms/filter-select'
import { RegionOptions } from '@/components/base/regions/region-options'
import { Button } from '@/components/base/ui/button'
import { TextLink } from '@/components/base/ui/text'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import type { GapChoice, GapRegion } from '@/lib/monitor/gaps/types'
import type { FacetValue } from '@/lib/knowledge/search/types'

interface GapFilterProps {
  choice: GapChoice
  groups: readonly FacetValue[]
  regions: readonly GapRegion[]
  locale: Locale
}

function ChoiceForm({ choice, groups, regions, locale }: GapFilterProps) {
  const t = useTranslations('gaps')
  const broad = groups.filter(({ parent }) => parent === null)
  const label = (group: FacetValue) => labelIn(locale, group)
  return (
    <form
      action={getPathname({ href: '/monitor/gaps', locale })}
      className="flex flex-wrap items-end gap-4"
    >
      {choice.type === 'province' ? <input type="hidden" name="gebied" value="provincie" /> : null}
      <FilterSelect name="regio" label={t('region')} value={choice.region} all={t('allRegions')}>
        <RegionOptions
          regions={regions}
          kinds={['labour_market', 'province'] as const}
          label={(kind) => t(`kindNames.${kind}`)}
        />
      </FilterSelect>
      <FilterSelect
        name="doelgroep"
        label={t('group')}
        value={choice.group}
        all={t('allGroupsOption')}
      >
        {broad.flatMap((top) => [
          <option key={top.slug} value={top.slug}>
            {label(top)}
          </option>,
          ...groups
            .filter((group) => group.slug !== top.slug && rootOf(groups, group) === top.slug)
            .map((group) => (
              <option key={group.slug} value={group.slug}>{`– ${label(group)}`}</option>
            )),
        ])}
      </FilterSelect>
      <Button type="submit" variant="secondary">
        {t('show')}
      </Button>
    </form>
  )
}

export function GapFilter({ choice, groups, regions, locale }: GapFilterProps) {
  const t = useTranslations('gaps')
  const other = choice.type === 'province' ? 'labour_market' : 'province'
  return (
    <div className="mb-6 print:hidden">
      <ChoiceForm choice={choice} groups={groups} regions={regions} locale={locale} />
      <p className="mt-2 flex flex-wrap gap-x-6">
        {choice.region === null ? (
          <TextLink
            href={{
              pathname: '/monitor/gaps',
              query: {
                ...(other === 'province' ? { gebied: 'provincie' } : {}),
                ...(choice.group === null ? {} : { doelgroep: choice.group }),
              },
            }}
            prefetch={false}
            className="inline-flex min-h-11 items-center"
          >
            {t(`show_${other}`)}
          </TextLink>
        ) : null}
        {choice.region !== null || choice.group !== null ? (
          <TextLink
            href="/monitor/gaps"
            prefetch={false}
            className="inline-flex min-h-11 items-center"
          >
            {t('clear')}
          </TextLink>
        ) : null}
      </p>
    </div>
  )
}

function rootOf(groups: readonly FacetValue[], group: FacetValue): string {
  const parent = groups.find(({ slug }) => slug === group.parent)
  return parent === undefined ? group.slug : rootOf(groups, parent)
}
