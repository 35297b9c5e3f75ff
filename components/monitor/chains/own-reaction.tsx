import { randomUUID } from 'node:crypto'
import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { Section } from '@/components/base/ui/layout'
import { addOwnReactionAction } from '@/lib/monitor/verdicts/actions'
import type { MeasureTarget, VerdictView } from '@/lib/monitor/verdicts/types'

export function OwnReaction({
  target,
  year,
  current,
}: {
  target: MeasureTarget
  year: number
  current: VerdictView
}) {
  const t = useTranslations('chains.reactionEditor')
  return (
    <Section id="reactie" title={t('own')} lead={t('ownLead')}>
      <FieldsForm
        action={addOwnReactionAction}
        labels={{ submit: t('add'), busy: t('busy'), done: t('done') }}
        stored={{}}
        about={{
          measureId: target.measureId,
          year,
          verdictId: current.id,
          reactionId: randomUUID(),
        }}
        fields={[{ kind: 'textarea', name: 'reactionText', label: t('text'), hint: t('hint') }]}
      />
    </Section>
  )
}
