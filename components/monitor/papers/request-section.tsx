import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { Section } from '@/components/base/ui/layout'
import { saveRequestAction } from '@/lib/monitor/papers/actions'
import type { PaperRequestView } from '@/lib/monitor/papers/types'

interface RequestSectionProps {
  regionId: string
  year: number
  request: PaperRequestView | null
  /** What the paper says as long as nobody wrote it. */
  proposal: readonly string[]
}

/** What is asked of the board, for who may edit the chain of the region. */
export function RequestSection({ regionId, year, request, proposal }: RequestSectionProps) {
  const t = useTranslations('papers.desk')
  return (
    <Section id="gevraagd-besluit" title={t('title')} lead={t('lead')}>
      <h3 className="text-base">{t('proposal')}</h3>
      <ul className="mt-2 mb-6 max-w-measure list-disc space-y-1 pl-6 text-muted">
        {proposal.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <FieldsForm
        action={saveRequestAction}
        labels={{ submit: t('save'), busy: t('busy') }}
        stored={{ request: request?.text ?? '' }}
        about={{ regionId, year, version: request?.version ?? 0 }}
        fields={[{ kind: 'textarea', name: 'request', label: t('label'), hint: t('hint') }]}
      />
    </Section>
  )
}
