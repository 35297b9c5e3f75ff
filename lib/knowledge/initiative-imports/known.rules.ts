/**
 * The names that cells may hold. Two regions of one name, such as the province and the labour-market
 * region Groningen, each get a name that says which is meant.
 * Source: docs/model.md, "Names of regions are no keys".
 */
import { plain } from '@/lib/base/words/rules'
import { TAG_FIELDS } from '@/lib/knowledge/revisions/types'
import type { Known, KnownName, KnownOrganisation, RegionRow, TermColumn, TermRow } from './types'

const KINDS = {
  labour_market: 'arbeidsmarktregio',
  province: 'provincie',
  ser: 'SER-regio',
} as const

const isKind = (type: string): type is keyof typeof KINDS => Object.hasOwn(KINDS, type)

function regionNames(rows: readonly RegionRow[]): KnownName[] {
  const choices = rows.filter(({ type }) => isKind(type))
  const counts = Map.groupBy(
    choices.filter(({ endsOn }) => endsOn === null),
    ({ name }) => plain(name),
  )
  return choices.map(({ slug, code, name, nameVariants, type, endsOn }) => {
    const kind = isKind(type) ? KINDS[type] : ''
    const isTwofold = (counts.get(plain(name))?.length ?? 0) > 1
    return {
      slug,
      code,
      label: isTwofold ? `${name} (${kind})` : name,
      others: [name, `${name} (${kind})`, `${kind} ${name}`, ...nameVariants],
      definition: kind,
      retired: endsOn !== null,
    }
  })
}

const VOCABULARIES = { ...TAG_FIELDS, style: 'approach_style' } as const

const termNames = (rows: readonly TermRow[], field: TermColumn): KnownName[] =>
  rows
    .filter(({ vocabulary }) => vocabulary === VOCABULARIES[field])
    .map(({ slug, labelNl, labelEn, altLabels, definitionNl, retiredOn }) => ({
      slug,
      code: slug,
      label: labelNl,
      others: [labelEn, ...altLabels],
      definition: definitionNl,
      retired: retiredOn !== null,
    }))

/** Rows of the database as names to look up. */
export function knownOf(
  terms: readonly TermRow[],
  regions: readonly RegionRow[],
  organisations: readonly KnownOrganisation[],
): Known {
  return {
    terms: {
      targetGroups: termNames(terms, 'targetGroups'),
      instruments: termNames(terms, 'instruments'),
      sectors: termNames(terms, 'sectors'),
      challenges: termNames(terms, 'challenges'),
      drivers: termNames(terms, 'drivers'),
      style: termNames(terms, 'style'),
    },
    regions: regionNames(regions),
    municipalities: regions.flatMap(({ type, name, parents }) => {
      const region = parents[0]?.parent.name
      return type === 'municipality' && region !== undefined ? [{ name, region }] : []
    }),
    organisations,
  }
}
