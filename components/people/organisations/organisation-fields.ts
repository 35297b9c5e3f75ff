import { useTranslations } from 'next-intl'
import { OrganisationKind, type RegionType } from '@/generated/prisma/enums'
import type { RegionSummary } from '@/lib/base/regions/types'

const ORDER = ['labour_market', 'province', 'ser', 'country', 'municipality'] as const
const isShown = (type: RegionType): type is (typeof ORDER)[number] =>
  ORDER.some((one) => one === type)

export interface OrganisationWords {
  name: string
  kind: string
  region: string
  regionHint: string
  noRegion: string
  also: string
  alsoHint: string
  kinds: { value: string; label: string }[]
  /** Regions in groups by their kind, since names repeat across kinds. */
  regions: { label: string; options: { value: string; label: string }[] }[]
}

/** The words and choices of the form, made on the server. */
export function useOrganisationWords(regions: readonly RegionSummary[]): OrganisationWords {
  const t = useTranslations('organisations.fields')
  const kinds = useTranslations('organisations.kinds')
  return {
    name: t('name'),
    kind: t('kind'),
    region: t('region'),
    regionHint: t('regionHint'),
    noRegion: t('noRegion'),
    also: t('also'),
    alsoHint: t('alsoHint'),
    kinds: Object.values(OrganisationKind).map((value) => ({ value, label: kinds(value) })),
    regions: ORDER.map((type) => ({
      label: t(`regionTypes.${type}`),
      options: regions
        .filter((one) => isShown(one.type) && one.type === type)
        .map(({ id, name }) => ({ value: id, label: name })),
    })).filter(({ options }) => options.length > 0),
  }
}
