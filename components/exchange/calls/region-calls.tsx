import { useFormatter, useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import { loadRegionCalls } from '@/lib/exchange/calls/loaders'
import { noonOf } from '@/lib/base/text/calendar'
import { CallList } from './call-list'

type FittingCall = Awaited<ReturnType<typeof loadRegionCalls>>['fitting'][number]

const SHOWN = 5

function FittingCallItem({ fitting: { call, initiatives, count } }: { fitting: FittingCall }) {
  const t = useTranslations('calls')
  const format = useFormatter()
  return (
    <li>
      <TextLink
        href={{ pathname: '/calls/[slug]', params: { slug: call.slug } }}
        prefetch={false}
        className="font-semibold"
        lang="nl"
      >
        {call.title}
      </TextLink>
      <p className="text-sm text-muted">
        {t('region.of', { region: call.region.name, date: noonOf(call.openUntil) })}
      </p>
      <p className="mt-1">
        {t('region.because', {
          count,
          list: format.list(initiatives.map(({ title }) => title)),
          more: count - initiatives.length,
        })}
      </p>
    </li>
  )
}

export async function RegionCalls({
  region,
}: {
  region: { id: string; slug: string; name: string }
}) {
  const [t, { own, fitting }] = await Promise.all([
    getTranslations('calls'),
    loadRegionCalls({ id: region.id, slug: region.slug }),
  ])
  if (own.length === 0 && fitting.length === 0) {
    return (
      <EmptyState
        title={t('region.none', { region: region.name })}
        action={<TextLink href="/calls">{t('region.all')}</TextLink>}
      >
        {t('region.noneWhy')}
      </EmptyState>
    )
  }
  return (
    <>
      {own.length === 0 ? (
        <p>{t('region.noneOwn', { region: region.name })}</p>
      ) : (
        <CallList calls={own.slice(0, SHOWN)} />
      )}
      {fitting.length === 0 ? null : (
        <div className="mt-8 max-w-measure border-l-4 border-green pl-5">
          <h3>{t('region.fitting', { region: region.name, count: fitting.length })}</h3>
          <ul className="mt-3 space-y-5">
            {fitting.slice(0, SHOWN).map((one) => (
              <FittingCallItem key={one.call.id} fitting={one} />
            ))}
          </ul>
        </div>
      )}
      <p className="mt-6">
        <TextLink href="/calls">{t('region.all')}</TextLink>
      </p>
    </>
  )
}
