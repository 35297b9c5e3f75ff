import { useTranslations } from 'next-intl'

const LAYERS = ['self', 'panel', 'evidence'] as const

export function JudgementLayers() {
  const t = useTranslations('method')
  return (
    <dl className="grid gap-x-10 gap-y-6 md:grid-cols-3">
      {LAYERS.map((layer) => (
        <div key={layer} className="border-t-4 border-green pt-3">
          <dt className="font-serif text-lg font-semibold">{t(`layers.${layer}`)}</dt>
          <dd className="mt-1">{t(`layers.${layer}Text`)}</dd>
        </div>
      ))}
    </dl>
  )
}
