import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/base/ui/text'
import { COMPARED } from '@/lib/monitor/peers/types'
import type { PolicyRegion } from '@/lib/monitor/policies/types'

export function ChainLinks({ region, year }: { region: PolicyRegion; year: number }) {
  const { slug } = region
  const here = (jaar: number) =>
    ({ pathname: '/regions/[slug]/monitor', params: { slug }, query: { jaar } }) as const
  const t = useTranslations('chains')
  const peers = useTranslations('peers')
  const welfare = useTranslations('welfare')
  const rounds = useTranslations('rounds')
  return (
    <p className="mt-4 flex flex-wrap gap-x-6 text-sm print:hidden">
      <TextLink href={here(year - 1)} className="inline-flex min-h-11 items-center">
        {t('previousYear', { year: year - 1 })}
      </TextLink>
      <TextLink href={here(year + 1)} className="inline-flex min-h-11 items-center">
        {t('nextYear', { year: year + 1 })}
      </TextLink>
      <TextLink
        href={{
          pathname: '/regions/[slug]/monitor/round',
          params: { slug },
          query: { jaar: year },
        }}
        className="inline-flex min-h-11 items-center"
      >
        {rounds('link', { year })}
      </TextLink>
      {COMPARED.some((type) => type === region.type) ? (
        <TextLink
          href={{
            pathname: '/regions/[slug]/compare',
            params: { slug },
            query: { jaar: year },
          }}
          className="inline-flex min-h-11 items-center"
        >
          {peers('link.compare')}
        </TextLink>
      ) : null}
      <TextLink
        href={{ pathname: '/regions/[slug]/welfare', params: { slug } }}
        className="inline-flex min-h-11 items-center"
      >
        {welfare('link')}
      </TextLink>
    </p>
  )
}
