import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { TextLink } from '@/components/ui/text'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import type { Horizon } from '@/lib/horizon/loaders'

const control = 'mt-1 block min-h-11 w-full max-w-full rounded-md border border-edge bg-paper px-3 sm:w-72'

/** Narrows the money down to a region and a kind of source; a plain form that needs no JavaScript. */
export function HorizonFilter({ horizon: { choice, regions, types }, locale }: { horizon: Horizon; locale: Locale }) {
  const t = useTranslations('horizon')
  return (
    <div className="mb-6 print:hidden">
      <form action={getPathname({ href: '/monitor/funding', locale })} className="flex flex-wrap items-end gap-4">
        <label className="min-w-0 max-sm:w-full">
          <span className="block text-sm font-semibold">{t('region')}</span>
          <select name="regio" defaultValue={choice.region ?? ''} className={control}>
            <option value="">{t('allRegions')}</option>
            {(['ser', 'province', 'labour_market'] as const).map((type) => (
              <optgroup key={type} label={t(`kindNames.${type}`)}>
                {regions.filter((region) => region.type === type).map(({ slug, name }) => <option key={slug} value={slug}>{name}</option>)}
              </optgroup>
            ))}
          </select>
        </label>
        <label className="min-w-0 max-sm:w-full">
          <span className="block text-sm font-semibold">{t('type')}</span>
          <select name="bron" defaultValue={choice.type ?? ''} className={control}>
            <option value="">{t('allTypes')}</option>
            {types.map(({ slug, labelNl, labelEn }) => <option key={slug} value={slug}>{locale === 'en' ? labelEn : labelNl}</option>)}
          </select>
        </label>
        <Button type="submit" variant="secondary">{t('show')}</Button>
      </form>
      {choice.region === null && choice.type === null ? null : <TextLink href="/monitor/funding" prefetch={false} className="mt-2 inline-flex min-h-11 items-center">{t('clear')}</TextLink>}
    </div>
  )
}
