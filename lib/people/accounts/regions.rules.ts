/** The regions an organisation acts for: its own and those it works for besides. */
export interface ActingRegions {
  regionId: string | null
  alsoRegionIds?: readonly string[]
}

/**
 * All regions of an organisation, its own first. Source: docs/adr/0037-letting-people-in.md.
 */
export function actingRegions({ regionId, alsoRegionIds = [] }: ActingRegions): string[] {
  return regionId === null ? [...alsoRegionIds] : [regionId, ...alsoRegionIds]
}

/** The same of a row with its relation. */
export function actingRegionsOf(row: {
  regionId: string | null
  alsoRegions: readonly { regionId: string }[]
}): string[] {
  return actingRegions({
    regionId: row.regionId,
    alsoRegionIds: row.alsoRegions.map(({ regionId }) => regionId),
  })
}

/** What a query selects for `actingRegionsOf`. */
export const actingRegionFields = {
  regionId: true,
  alsoRegions: { select: { regionId: true }, orderBy: { regionId: 'asc' }, take: 50 },
} as const
