import { readRegions, regionLinks, regionRows } from '@/prisma/seed/regions'
import { readTaxonomy, termRows } from '@/prisma/seed/taxonomy'

const FIELDS = [
  ['targetGroups', 'targetGroups'],
  ['sectors', 'sectors'],
  ['instruments', 'instruments'],
  ['challenges', 'societalChallenges'],
] as const

function terms() {
  const taxonomy = readTaxonomy()
  return FIELDS.flatMap(([field, vocabulary]) => {
    const parents = new Map(
      taxonomy.dutch[vocabulary].map(({ slug, parent }) => [slug, parent ?? null]),
    )
    return termRows(taxonomy, vocabulary).map(({ slug, labelNl, altLabels }) => ({
      field,
      slug,
      label: labelNl,
      alternatives: altLabels,
      parent: parents.get(slug) ?? null,
    }))
  })
}

function places() {
  const file = readRegions()
  const rows = regionRows(file)
  const byCode = new Map(rows.map((row) => [row.code, row]))
  const regionOf = new Map(
    regionLinks(file).flatMap(({ child, parent }) =>
      byCode.get(parent)?.type === 'labour_market' ? [[child, byCode.get(parent)] as const] : [],
    ),
  )
  return rows
    .filter(({ type }) => type !== 'country' && type !== 'landsdeel' && type !== 'ggd')
    .flatMap((row) => {
      const region = row.type === 'municipality' ? regionOf.get(row.code) : row
      const { name, nameVariants: variants, type } = row
      return region ? [{ name, variants, type, slug: region.slug }] : []
    })
}

/** The words and places of the reference data, as the product reads documents with them. */
export const knownWords = () => ({ terms: terms(), places: places() })
