import { useTranslations } from 'next-intl'
import { Section } from '@/components/base/ui/layout'
import type { RegionSummary } from '@/lib/base/regions/types'
import { saveOrganisationAction } from '@/lib/people/organisations/actions'
import type { OrganisationDetail } from '@/lib/people/organisations/types'
import { useOrganisationWords } from './organisation-fields'
import { OrganisationForm } from './organisation-form'

interface DetailsProps {
  organisation: OrganisationDetail
  regions: readonly RegionSummary[]
  mayChangeRegions: boolean
}

export function OrganisationDetails({ organisation, regions, mayChangeRegions }: DetailsProps) {
  const t = useTranslations('organisations.one')
  const words = useOrganisationWords(regions)
  const { id, name, kind, regionId, alsoRegionIds } = organisation
  return (
    <Section
      id="gegevens"
      title={t('edit')}
      lead={mayChangeRegions ? undefined : t('regionsFixed')}
    >
      <OrganisationForm
        action={saveOrganisationAction}
        about={{ id }}
        stored={{ name, kind, regionId: regionId ?? '', alsoRegionIds }}
        words={words}
        mayChangeRegions={mayChangeRegions}
        labels={{ submit: t('submit'), busy: t('busy') }}
      />
    </Section>
  )
}
