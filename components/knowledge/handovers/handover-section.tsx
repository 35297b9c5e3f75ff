import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/base/forms/act-form'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { Section } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { cancelHandoverAction, offerInitiativeAction } from '@/lib/knowledge/handovers/actions'
import type { Handover } from '@/lib/knowledge/handovers/types'

interface HandoverSectionProps {
  initiativeId: string
  offer: Handover | null
  organisations: readonly { id: string; name: string }[]
}

/** For the owner: who goes on with it. */
export function HandoverSection({ initiativeId, offer, organisations }: HandoverSectionProps) {
  const t = useTranslations('handovers')
  if (offer)
    return (
      <Section id="overdragen" title={t('title')}>
        <Notice
          title={t('waits', { organisation: offer.toName, date: offer.createdAt })}
          className="max-w-measure"
        >
          <p>{t('waitsMeans')}</p>
          <div className="mt-4">
            <ActForm
              action={cancelHandoverAction}
              about={{ initiativeId }}
              label={t('cancel')}
              pending={t('busy')}
              variant="secondary"
            />
          </div>
        </Notice>
      </Section>
    )
  return (
    <Section id="overdragen" title={t('title')} lead={t('lead')}>
      <FieldsForm
        action={offerInitiativeAction}
        about={{ initiativeId }}
        stored={{}}
        fields={[
          {
            kind: 'select',
            name: 'toId',
            label: t('to'),
            options: [
              { value: '', label: t('choose') },
              ...organisations.map(({ id, name }) => ({ value: id, label: name })),
            ],
          },
          { kind: 'textarea', name: 'message', label: t('message'), hint: t('messageHint') },
        ]}
        labels={{ submit: t('submit'), busy: t('busy') }}
        summary={t('open')}
        variant="secondary"
        scope="handover"
      />
    </Section>
  )
}
