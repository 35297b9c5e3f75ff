import { useTranslations } from 'next-intl'

export function CountingExplained() {
  const t = useTranslations('method')
  return (
    <>
      <dl className="grid gap-x-10 gap-y-6 md:grid-cols-2">
        {(['survey', 'register'] as const).map((count) => (
          <div key={count} className="border-t-2 border-edge pt-3">
            <dt className="font-serif text-lg font-semibold">{t(`counting.${count}`)}</dt>
            <dd className="mt-1">{t(`counting.${count}Text`)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-6 max-w-measure">{t('counting.background')}</p>
      <p className="mt-4 max-w-measure">{t('counting.withheld')}</p>
    </>
  )
}
