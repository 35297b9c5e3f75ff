import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/base/forms/act-form'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { Section } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { noonOf } from '@/lib/base/text/calendar'
import { endOrganisationAction, reopenOrganisationAction } from '@/lib/people/organisations/actions'
import type { OrganisationDetail } from '@/lib/people/organisations/types'

interface EndSectionProps {
  organisation: OrganisationDetail
  successors: readonly { id: string; name: string }[]
  needsSuccessor: boolean
}

export function EndSection({ organisation, successors, needsSuccessor }: EndSectionProps) {
  const t = useTranslations('organisations.one')
  const { id, endsOn, successor, holds } = organisation
  if (endsOn !== null)
    return (
      <Section id="stoppen" title={t('end')}>
        <Notice tone="attention" className="mb-6 max-w-measure">
          {t('endedOn', { date: noonOf(endsOn) })}{' '}
          {successor ? t('endedInto', { name: successor.name }) : null}
        </Notice>
        {successor ? null : (
          <ActForm
            action={reopenOrganisationAction}
            about={{ id }}
            label={t('reopen')}
            pending={t('reopenBusy')}
            variant="secondary"
          />
        )}
      </Section>
    )
  return (
    <Section id="stoppen" title={t('end')} lead={t('endLead')}>
      {needsSuccessor ? (
        <p className="mb-4 max-w-measure">{t('endNeeds', { holds: t('holds', { ...holds }) })}</p>
      ) : null}
      <FieldsForm
        action={endOrganisationAction}
        about={{ id }}
        stored={{}}
        scope="end"
        summary={t('end')}
        variant="danger"
        fields={[
          {
            kind: 'select',
            name: 'successorId',
            label: t('successor'),
            options: [
              { value: '', label: t(needsSuccessor ? 'successorChoose' : 'successorNone') },
              ...successors.map((one) => ({ value: one.id, label: one.name })),
            ],
          },
          { kind: 'checkbox', name: 'sure', label: t('sure') },
        ]}
        labels={{ submit: t('endSubmit'), busy: t('endBusy') }}
      />
    </Section>
  )
}
