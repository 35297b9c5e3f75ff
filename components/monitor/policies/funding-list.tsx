import { useFormatter, useTranslations } from 'next-intl'
import { ExternalLink, SourceNote, StatusWord, type StatusTone } from '@/components/base/ui/text'
import { qualifierOf } from '@/lib/base/amounts/rules'
import type { FundingView } from '@/lib/monitor/policies/types'
import { Day } from '@/components/base/ui/day'
import { TermWord } from '@/components/base/taxonomy/term-word'

const ALIGNMENT_TONE: Record<string, StatusTone> = {
  'sluit-aan': 'good',
  'sluit-deels-aan': 'info',
  'sluit-niet-aan': 'attention',
}

export function Amount({
  funding,
}: {
  funding: Pick<FundingView, 'amountEuro' | 'amountQualifier'>
}) {
  const t = useTranslations('policies.funding')
  const format = useFormatter()
  if (funding.amountEuro === null) return <span className="text-clay">{t('amountUnknown')}</span>
  const amount = format.number(funding.amountEuro, {
    style: 'currency',
    currency: 'EUR',
    maximumFractionDigits: 0,
  })
  return (
    <span className="tabular">
      {t(`amount.${qualifierOf(funding.amountQualifier)}`, { amount })}
    </span>
  )
}

function Period({ funding }: { funding: FundingView }) {
  const t = useTranslations('policies.funding')
  const { startsOn, endsOn } = funding
  if (endsOn === null && funding.type.slug === 'structureel') return t('noEnd')
  if (endsOn === null) return <span className="text-clay">{t('endUnknown')}</span>
  return startsOn === null
    ? t.rich('until', { end: () => <Day on={endsOn} /> })
    : t.rich('fromUntil', { start: () => <Day on={startsOn} />, end: () => <Day on={endsOn} /> })
}

function FundingSource({ funding: { sourceTitle, sourceUrl } }: { funding: FundingView }) {
  const t = useTranslations('policies.funding')
  if (sourceTitle === null && sourceUrl === null) return null
  return (
    <SourceNote>
      {t.rich('source', {
        source: () =>
          sourceUrl === null ? (
            sourceTitle
          ) : (
            <ExternalLink href={sourceUrl}>{sourceTitle ?? sourceUrl}</ExternalLink>
          ),
      })}
    </SourceNote>
  )
}

function FundingFacts({ funding }: { funding: FundingView }) {
  const t = useTranslations('policies.funding')
  return (
    <div className="space-y-2">
      {funding.purpose === '' ? null : <p className="max-w-measure">{funding.purpose}</p>}
      {funding.overlap === 'unknown' ? null : (
        <p className="text-sm text-muted">{t(`overlap.${funding.overlap}`)}</p>
      )}
      {funding.measure === null ? null : (
        <p className="text-sm text-muted">{t('forMeasure', { measure: funding.measure.title })}</p>
      )}
      <p className="max-w-measure">
        <span className="mr-2 text-sm text-muted">{t('alignment')}</span>
        <StatusWord tone={ALIGNMENT_TONE[funding.alignment.slug] ?? 'neutral'}>
          <TermWord term={funding.alignment} />
        </StatusWord>{' '}
        {funding.alignmentNote}
      </p>
      {funding.endsOn === null ? null : (
        <p className="max-w-measure text-sm text-muted">
          {funding.afterFundingPlan === null
            ? t('noPlan')
            : t('plan', { plan: funding.afterFundingPlan })}
        </p>
      )}
      <FundingSource funding={funding} />
    </div>
  )
}

/** Not added up: funding may overlap. */
export function FundingList({ fundings }: { fundings: readonly FundingView[] }) {
  const t = useTranslations('policies.funding')
  return (
    <>
      <ul className="divide-y divide-hairline border-y border-hairline">
        {fundings.map((funding) => (
          <li
            key={funding.id}
            className="grid gap-x-10 gap-y-3 py-5 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
          >
            <div>
              <p className="font-serif text-lg leading-snug font-semibold">
                <Amount funding={funding} />
              </p>
              <p>{funding.provider}</p>
              <p className="text-sm text-muted">
                <TermWord term={funding.type} />
              </p>
              <p className="text-sm text-muted">
                <Period funding={funding} />
              </p>
            </div>
            <FundingFacts funding={funding} />
          </li>
        ))}
      </ul>
      {fundings.length > 1 ? (
        <p className="mt-3 max-w-measure text-sm text-muted">{t('notSummed')}</p>
      ) : null}
    </>
  )
}
