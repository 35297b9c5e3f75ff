import { useTranslations } from 'next-intl'
import { Section } from '@/components/base/ui/layout'
import type { RegionSummary } from '@/lib/base/regions/types'
import { createOrganisationAction } from '@/lib/people/organisations/actions'
import { useOrganisationWords } from './organisation-fields'
import { OrganisationForm } from './organisation-form'

export function NewOrganisation({ regions }: { regions: readonly RegionSummary[] }) {
  const t = useTranslations('organisations.new')
  const words = useOrganisationWords(regions)
  return (
    <Section id="nieuw" title={t('title')} className="mt-14">
      <OrganisationForm
        action={createOrganisationAction}
        about={{}}
        stored={{ kind: 'regional_board' }}
        words={words}
        mayChangeRegions
        labels={{ submit: t('submit'), busy: t('busy') }}
      />
    </Section>
  )
}
