import { useFormatter, useTranslations } from 'next-intl'
import type { AdviceView } from '@/lib/exchange/advices/types'
import { noonOf } from '@/lib/base/text/calendar'

export function AdviceFacts({ advice }: { advice: AdviceView }) {
  const t = useTranslations('obstacles')
  const format = useFormatter()
  const facts = [
    ['for', advice.addressee],
    ['from', advice.signer],
    ['date', format.dateTime(noonOf(advice.on), { dateStyle: 'long' })],
    ['maker', advice.author ?? ''],
  ] as const
  return (
    <dl className="mt-5 grid max-w-measure grid-cols-[auto_1fr] gap-x-6 gap-y-1">
      {facts.map(([key, value]) =>
        value === '' ? null : (
          <div key={key} className="contents">
            <dt className="text-muted">{t(`kept.${key}`)}</dt>
            <dd lang="nl">{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}
