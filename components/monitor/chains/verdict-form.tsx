import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { saveVerdictAction } from '@/lib/monitor/verdicts/actions'
import { verdictValues } from '@/lib/monitor/verdicts/schema'
import type { VerdictView } from '@/lib/monitor/verdicts/types'

const CONFIDENCES = ['low', 'medium', 'high'] as const

const DECISIONS = ['continue', 'adapt', 'stop', 'undecided'] as const

interface VerdictFormProps {
  draft: VerdictView | null
  measureId: string
  year: number
}

export function VerdictForm({ draft, measureId, year }: VerdictFormProps) {
  const t = useTranslations('chains.verdictEditor')
  const labels = useTranslations('chains.verdict')
  const choose = { value: '', label: t('choose') }
  return (
    <FieldsForm
      action={saveVerdictAction}
      labels={{ submit: t('save'), busy: t('busy') }}
      stored={verdictValues(draft)}
      about={{ measureId, year, version: draft?.version ?? 0 }}
      fields={[
        { kind: 'textarea', name: 'observed', label: t('observed') },
        { kind: 'textarea', name: 'otherCauses', label: t('otherCauses') },
        {
          kind: 'select',
          name: 'confidence',
          label: t('confidence'),
          options: [
            choose,
            ...CONFIDENCES.map((value) => ({ value, label: labels(`confidence.${value}`) })),
          ],
        },
        {
          kind: 'select',
          name: 'decision',
          label: t('decision'),
          options: [
            choose,
            ...DECISIONS.map((value) => ({ value, label: labels(`decision.${value}`) })),
          ],
        },
        { kind: 'textarea', name: 'reason', label: t('reason') },
      ]}
    />
  )
}
