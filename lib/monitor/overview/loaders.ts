import 'server-only'
import { loadReader } from '@/lib/people/accounts/loaders'
import { loadCriteria } from '@/lib/judgement/assessments/loaders'
import { cached } from '@/lib/base/cache/cached'
import { loadFacetValues } from '@/lib/knowledge/search/loaders'
import type { RawParameters } from '@/lib/knowledge/search/rules'
import { listMatrixCells } from './data'
import { axisTerms, readChoice, splitAxis, withoutMedians } from './rules'
import { UNNAMED } from './types'

const loadCells = cached('matrix', listMatrixCells)

/** Assessors see no medians: a cell of one initiative would reveal a panel before they judge. */
export async function loadMatrix(raw: RawParameters) {
  const [values, criteria, reader] = await Promise.all([
    loadFacetValues(),
    loadCriteria(),
    loadReader(),
  ])
  const choice = readChoice(raw, values.targetGroup, values.instrument)
  const [groups, instruments] = [
    axisTerms(values.targetGroup, choice.group),
    axisTerms(values.instrument, choice.instrument),
  ]
  const slugs = (terms: typeof groups, under: string | null) => [
    ...terms.map(({ slug }) => slug),
    ...(under === null ? [UNNAMED] : []),
  ]
  const all = await loadCells(
    slugs(groups, choice.group),
    slugs(instruments, choice.instrument),
    choice.criterion,
  )
  const blind = reader?.memberships.some(({ role }) => role === 'assessor') ?? false
  const cells = blind ? withoutMedians(all) : all
  const parents = {
    group: values.targetGroup.find(({ slug }) => slug === choice.group) ?? null,
    instrument: values.instrument.find(({ slug }) => slug === choice.instrument) ?? null,
  }
  return {
    choice,
    criteria,
    blind,
    cells,
    parents,
    groups: splitAxis(groups, cells, 'group'),
    instruments: splitAxis(instruments, cells, 'instrument'),
  }
}
export type Matrix = Awaited<ReturnType<typeof loadMatrix>>
