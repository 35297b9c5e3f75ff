import { randomUUID } from 'node:crypto'
import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { Section } from '@/components/base/ui/layout'
import { addReactionAction } from '@/lib/monitor/verdicts/actions'
import type { VerdictView } from '@/lib/monitor/verdicts/types'

const CONSTITUENCIES = ['employers', 'employees', 'independent', 'other'] as const

interface ReactionsSectionProps {
  current: VerdictView | null
  measureId: string
  year: number
}

export function ReactionsSection({ current, measureId, year }: ReactionsSectionProps) {
  const t = useTranslations('chains.verdictEditor')
  const labels = useTranslations('chains.verdict')
  const choose = { value: '', label: t('choose') }
  return (
    <Section id="reacties" title={t('reactions')} lead={t('reactionsLead')}>
      {current === null ? (
        <p className="text-muted">{t('noReactions')}</p>
      ) : (
        <FieldsForm
          action={addReactionAction}
          labels={{ submit: t('addReaction'), busy: t('busy'), done: t('reactionDone') }}
          stored={{}}
          about={{ measureId, year, verdictId: current.id, reactionId: randomUUID() }}
          fields={[
            {
              kind: 'select',
              name: 'constituency',
              label: t('constituency'),
              options: [
                choose,
                ...CONSTITUENCIES.map((value) => ({
                  value,
                  label: labels(`constituency.${value}`),
                })),
              ],
            },
            { kind: 'textarea', name: 'reactionText', label: t('reactionText') },
          ]}
        />
      )}
    </Section>
  )
}
