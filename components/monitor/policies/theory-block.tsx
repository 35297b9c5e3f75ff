import { useTranslations } from 'next-intl'
import { Tag } from '@/components/base/ui/text'
import type { MonitorView } from '@/lib/monitor/policies/types'
import { TermWord } from '@/components/base/taxonomy/term-word'

export function TheoryBlock({ monitor }: { monitor: MonitorView }) {
  const t = useTranslations('policies.theory')
  const texts = [
    { label: t('theoryOfChange'), text: monitor.theoryOfChange },
    { label: t('evaluationDesign'), text: monitor.evaluationDesign },
  ].filter((item) => item.text !== null)
  return (
    <dl className="grid gap-x-10 gap-y-5 lg:grid-cols-2">
      {monitor.approachStyles.length > 0 || monitor.approachRationale !== null ? (
        <div>
          <dt className="text-sm text-muted">{t('style')}</dt>
          <dd className="max-w-measure">
            <span className="flex flex-wrap gap-2">
              {monitor.approachStyles.map((style) => (
                <Tag key={style.slug}>
                  <TermWord term={style} />
                </Tag>
              ))}
            </span>
            <span
              className={`mt-1 block whitespace-pre-line ${monitor.approachRationale === null ? 'text-clay' : ''}`}
            >
              {monitor.approachRationale ?? t('noRationale')}
            </span>
          </dd>
        </div>
      ) : null}
      {texts.map((item) => (
        <div key={item.label}>
          <dt className="text-sm text-muted">{item.label}</dt>
          <dd className="max-w-measure whitespace-pre-line">{item.text}</dd>
        </div>
      ))}
    </dl>
  )
}
