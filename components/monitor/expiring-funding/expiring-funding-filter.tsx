import { labelIn } from '@/lib/base/text/label'
import { useTranslations } from 'next-intl'
import { FilterSelect } from '@/components/base/forms/filter-select'
import { RegionOptions } from '@/components/base/regions/region-options'
import { Button } from '@/components/base/ui/button'
import { TextLink } from '@/components/base/ui/text'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import type { ExpiringFunding } from '@/lib/monitor/expiring-funding/loaders'

export function ExpiringFundingFilter({
  expiringFunding: { choice, regions, types },
  locale,
}: {
  expiringFunding: ExpiringFunding
  locale: Locale
}) {
  const t = useTranslations('expiringFunding')
  return (
    <div className="mb-6 print:hidden">
      <form
        action={getPathname({ href: '/monitor/funding', locale })}
        className="flex flex-wrap items-end gap-4"
      >
        <FilterSelect name="regio" label={t('region')} value={choice.region} all={t('allRegions')}>
          <RegionOptions
            regions={regions}
            kinds={['ser', 'province', 'labour_market'] as const}
            label={(kind) => t(`kindNames.${kind}`)}
          />
        </FilterSelect>
        <FilterSelect name="bron" label={t('type')} value={choice.type} all={t('allTypes')}>
          {types.map(({ slug, labelNl, labelEn }) => (
            <option key={slug} value={slug}>
              {labelIn(locale, { labelNl, labelEn })}
            </option>
          ))}
        </FilterSelect>
        <Button type="submit" variant="secondary">
          {t('show')}
        </Button>
      </form>
      {choice.region === null && choice.type === null ? null : (
        <TextLink
          href="/monitor/funding"
          prefetch={false}
          className="mt-2 inline-flex min-h-11 items-center"
        >
          {t('clear')}
        </TextLink>
      )}
    </div>
  )
}
