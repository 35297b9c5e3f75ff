import { useFormatter, useTranslations } from 'next-intl'
import { noonOf } from '@/lib/base/text/calendar'
import type { Signal } from '@/lib/monitor/policies/chain.types'

export function SignalList({ signals }: { signals: readonly Signal[] }) {
  const t = useTranslations('policies.signals')
  const format = useFormatter()
  if (signals.length === 0) return null
  return (
    <ul className="grid gap-x-10 gap-y-5 sm:grid-cols-2">
      {signals.map((signal, index) => (
        <li key={index} className="border-l-2 border-clay pl-4">
          <p className="font-semibold">{t(`${signal.kind}.title`)}</p>
          <p className="text-sm text-muted">
            {t(`${signal.kind}.text`, {
              subject: signal.subject ?? '',
              count: Math.abs(signal.count ?? 0),
              date:
                signal.on === null
                  ? ''
                  : format.dateTime(noonOf(signal.on), {
                      day: 'numeric',
                      month: 'long',
                      year: 'numeric',
                    }),
              when: signal.on === null ? 'undated' : (signal.count ?? 0) < 0 ? 'past' : 'coming',
            })}
          </p>
        </li>
      ))}
    </ul>
  )
}
