import 'server-only'
import { cached } from '@/lib/base/cache/cached'
import { loadFacetValues } from '@/lib/knowledge/search/loaders'
import type { RawParameters } from '@/lib/knowledge/search/rules'
import { getGapBase } from './data'
import {
  compareGaps,
  GAPS_PAGE,
  groupsNowhere,
  knownSize,
  pairGaps,
  readGapChoice,
  regionGaps,
} from './rules'

const readBase = cached('gaps', getGapBase)

export async function loadGaps(raw: RawParameters) {
  const [base, values] = await Promise.all([readBase(), loadFacetValues()])
  const groups = values.targetGroup
  const choice = readGapChoice(raw, base.regions, groups)
  const regions = base.regions.filter(
    ({ slug, type }) => type === choice.type && (choice.region === null || slug === choice.region),
  )
  const all = pairGaps(
    base,
    regions,
    choice.group === null ? groups : groups.filter(({ slug }) => slug === choice.group),
  ).toSorted(compareGaps)
  const narrowed = choice.region !== null || choice.group !== null
  const listed = narrowed ? all : all.filter((gap) => knownSize(gap) !== null)
  const pages = Math.max(1, Math.ceil(listed.length / GAPS_PAGE))
  const page = Math.min(choice.page, pages)
  const broad = groups.filter(({ parent }) => parent === null)
  return {
    choice: { ...choice, page },
    groups,
    regions: base.regions,
    all,
    pages,
    listed: listed.slice((page - 1) * GAPS_PAGE, page * GAPS_PAGE),
    total: listed.length,
    unknown: all.filter((gap) => knownSize(gap) === null).length,
    empty: listed.filter((gap) => knownSize(gap) !== null && gap.own + gap.wider === 0).length,
    overview: regionGaps(base, choice.type, broad),
    broadGroups: broad.length,
    nowhere: groupsNowhere(base, choice.type, groups),
  }
}
export type Gaps = Awaited<ReturnType<typeof loadGaps>>
