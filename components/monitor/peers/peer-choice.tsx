import { useTranslations } from 'next-intl'
import { Button } from '@/components/base/ui/button'
import { Section } from '@/components/base/ui/layout'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { MAX_BESIDE } from '@/lib/monitor/peers/rules'
import type { PeerTraits } from '@/lib/monitor/peers/types'

interface PeerChoiceProps {
  year: number
  beside: string[]
  choices: PeerTraits[]
  slug: string
  locale: Locale
}

export function PeerChoice({ year, beside, choices, slug, locale }: PeerChoiceProps) {
  const t = useTranslations('peers')
  const address = getPathname({
    href: { pathname: '/regions/[slug]/compare', params: { slug } },
    locale,
  })
  return (
    <Section id="kies" title={t('choose')} lead={t('chooseLead')} className="print:hidden">
      <form action={address} className="flex flex-wrap items-end gap-4">
        <input type="hidden" name="jaar" value={year} />
        {Array.from({ length: MAX_BESIDE }, (_, index) => (
          <label key={index} className="min-w-0 max-sm:w-full">
            <span className="block text-sm font-semibold">
              {t('region', { number: index + 1 })}
            </span>
            <select
              name="met"
              defaultValue={beside[index] ?? ''}
              className="mt-1 block min-h-11 w-full max-w-full rounded-md border border-edge bg-paper px-3 sm:w-64"
            >
              <option value="">{t('nothingChosen')}</option>
              {choices.map((region) => (
                <option key={region.slug} value={region.slug}>
                  {region.name}
                </option>
              ))}
            </select>
          </label>
        ))}
        <Button type="submit" variant="secondary">
          {t('show')}
        </Button>
      </form>
    </Section>
  )
}
