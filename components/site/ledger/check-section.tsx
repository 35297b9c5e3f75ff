import { useTranslations } from 'next-intl'
import { Section } from '@/components/base/ui/layout'
import { EmptyState, Notice } from '@/components/base/ui/notice'
import type { DescribedFault, StoredCheck } from '@/lib/site/ledger/types'
import { FaultText } from './fault-text'

type Check = Omit<StoredCheck, 'faults'> & { faults: readonly DescribedFault[] }

/** What the last check of the whole chain found. */
export function CheckSection({ check }: { check: Check | null }) {
  const t = useTranslations('ledger')
  return (
    <Section id="klopt" title={t('check.title')}>
      {check === null ? (
        <EmptyState title={t('check.never')}>{t('check.neverWhy')}</EmptyState>
      ) : (
        <Outcome check={check} />
      )}
    </Section>
  )
}

function Outcome({ check }: { check: Check }) {
  const t = useTranslations('ledger')
  const { faultCount, faults, entries, heads, finishedAt } = check
  const counted = t('check.counted', { date: finishedAt, entries, heads })
  if (faultCount === 0)
    return (
      <Notice tone="success" title={t('check.fine')}>
        {counted}
      </Notice>
    )
  return (
    <>
      <Notice tone="error" title={t('check.broken', { count: faultCount })}>
        {counted}
      </Notice>
      <h3 className="mt-6">{t('check.what')}</h3>
      <ul className="mt-3 max-w-measure list-disc space-y-2 pl-5">
        {faults.map((fault, index) => (
          <li key={index}>
            <FaultText fault={fault} />
          </li>
        ))}
      </ul>
      {faultCount > faults.length ? (
        <p className="mt-3">{t('check.more', { count: faultCount - faults.length })}</p>
      ) : null}
      <p className="mt-4 max-w-measure text-muted">{t('check.who')}</p>
    </>
  )
}
