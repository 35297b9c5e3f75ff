import { useTranslations } from 'next-intl'
import { PeopleBar } from '@/components/base/charts/people-bar'
import { wilsonInterval } from '@/lib/base/inference/rules'

const EXAMPLE = { numerator: 28, n: 40, without: 16 }
const RULES = [
  'people',
  'interval',
  'difference',
  'direction',
  'without',
  'small',
  'five',
  'together',
  'null',
] as const

export function NumbersExplained() {
  const t = useTranslations('method.numbers')
  const { low, high } = wilsonInterval(EXAMPLE.numerator, EXAMPLE.n)
  const interval = {
    low: Math.round(low * EXAMPLE.n),
    high: Math.round(high * EXAMPLE.n),
    lowShare: Math.round(low * 100),
    highShare: Math.round(high * 100),
  }
  return (
    <div className="grid gap-x-12 gap-y-8 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <ul className="max-w-measure list-disc space-y-2 pl-5">
        {RULES.map((rule) => (
          <li key={rule}>{t(rule)}</li>
        ))}
      </ul>
      <div className="border-t-4 border-straw pt-3">
        <h3 className="text-lg">{t('exampleTitle')}</h3>
        <div className="mt-3">
          <PeopleBar {...EXAMPLE} outcome={t('exampleOutcome')} interval={interval} />
        </div>
        <p className="mt-2 text-sm">{t('exampleText')}</p>
      </div>
    </div>
  )
}
