import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { Section } from '@/components/base/ui/layout'
import { saveTrustAction } from '@/lib/people/organisations/actions'
import type { OrganisationDetail } from '@/lib/people/organisations/types'

/** For administrators: what editors of this organisation may do by themselves. */
export function TrustSection({ organisation }: { organisation: OrganisationDetail }) {
  const t = useTranslations('organisations.trust')
  const { id, instantCorrections } = organisation
  return (
    <Section id="vertrouwen" title={t('title')} lead={t('lead')}>
      <FieldsForm
        action={saveTrustAction}
        about={{ id }}
        stored={{ instantCorrections: instantCorrections ? 'on' : '' }}
        fields={[
          { kind: 'checkbox', name: 'instantCorrections', label: t('label'), hint: t('hint') },
        ]}
        labels={{ submit: t('submit'), busy: t('busy') }}
        variant="secondary"
        scope="trust"
      />
    </Section>
  )
}
