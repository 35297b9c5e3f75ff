import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/base/ui/notice'
import { THEORY_STEPS, type MonitorView } from '@/lib/monitor/policies/types'

export function TheorySteps({ monitor }: { monitor: MonitorView }) {
  const t = useTranslations('chains.initiative')
  if (THEORY_STEPS.every((step) => monitor.theorySteps[step] === null))
    return (
      <EmptyState title={t('steps')}>
        {t('stepsNone', { organisation: monitor.organisation.name })}
      </EmptyState>
    )
  return (
    <ol className="grid gap-y-5 lg:grid-cols-5 lg:gap-x-6">
      {THEORY_STEPS.map((step) => (
        <li
          key={step}
          className={`border-t-2 pt-3 ${monitor.theorySteps[step] === null ? 'border-clay' : 'border-green'}`}
        >
          <p className="text-sm font-semibold text-muted">{t(`step.${step}`)}</p>
          <p
            className={`whitespace-pre-line ${monitor.theorySteps[step] === null ? 'text-clay' : ''}`}
          >
            {monitor.theorySteps[step] ?? t('stepUnknown')}
          </p>
        </li>
      ))}
    </ol>
  )
}
