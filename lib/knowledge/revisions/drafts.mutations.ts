import 'server-only'
import type { Vocabulary } from '@/generated/prisma/enums'
import { saveSittingEvent } from '@/lib/base/audit/mutations'
import { db, type Transaction } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { rowsUnder, versionFields } from './rows.rules'
import {
  OTHER_INSTRUMENT_FIELDS,
  OTHER_INSTRUMENTS,
  TAG_FIELDS,
  USED_TAG_FIELDS,
  type DraftContent,
} from './types'

interface Wanted {
  vocabulary: Vocabulary
  slug: string
}

function usedTerms(content: DraftContent): Wanted[] {
  const tags = USED_TAG_FIELDS.flatMap((field) =>
    content[field].map((slug): Wanted => ({ vocabulary: TAG_FIELDS[field], slug })),
  )
  return content.style === null
    ? tags
    : [...tags, { vocabulary: 'approach_style', slug: content.style }]
}

/** The ids of these terms in their order, each once; a merged one is its successor. */
async function termRows(
  tx: Transaction,
  wanted: readonly Wanted[],
): Promise<{ termId: string; position: number }[]> {
  if (wanted.length === 0) return []
  const terms = await tx.term.findMany({
    where: { OR: [...wanted] },
    select: { id: true, slug: true, vocabulary: true, replacedById: true },
    orderBy: { id: 'asc' },
    take: 300,
  })
  const ids = new Map(
    terms.map((term) => [`${term.vocabulary}/${term.slug}`, term.replacedById ?? term.id]),
  )
  const termIds = wanted.map(({ vocabulary, slug }) => {
    const key = `${vocabulary}/${slug}`
    const termId = ids.get(key)
    if (termId === undefined) throw new AppError('INVALID', `unknown term ${key}`)
    return termId
  })
  return [...new Set(termIds)].map((termId, position) => ({ termId, position }))
}

async function regionRows(
  tx: Transaction,
  slugs: readonly string[],
): Promise<{ regionId: string; position: number }[]> {
  const unique = [...new Set(slugs)]
  const regions = await tx.region.findMany({
    where: { slug: { in: unique } },
    select: { id: true, slug: true },
    orderBy: { id: 'asc' },
    take: 100,
  })
  const ids = new Map(regions.map((region) => [region.slug, region.id]))
  return unique.map((slug, position) => {
    const regionId = ids.get(slug)
    if (regionId === undefined) throw new AppError('INVALID', `unknown region ${slug}`)
    return { regionId, position }
  })
}

/** Data from the source that has no form field survives a save of an unchanged row. */
async function keepSupport(tx: Transaction, revisionId: string) {
  const { terms, regions, results, sources } = await tx.initiativeRevision.findUniqueOrThrow({
    where: { id: revisionId },
    select: {
      terms: { select: { termId: true, certainty: true, basis: true } },
      regions: { select: { regionId: true, certainty: true } },
      results: { select: { label: true, qualifier: true, resultTypeId: true } },
      sources: { select: { title: true, kind: true, publishedOn: true, note: true } },
    },
  })
  return {
    terms: new Map(terms.map(({ termId, ...support }) => [termId, support])),
    regions: new Map(regions.map(({ regionId, ...support }) => [regionId, support])),
    results: new Map(results.map(({ label, ...support }) => [label, support])),
    sources: new Map(sources.map(({ title, ...support }) => [title, support])),
  }
}

async function replaceOtherInstruments(
  tx: Transaction,
  revisionId: string,
  content: DraftContent,
): Promise<void> {
  await tx.revisionOtherInstrument.deleteMany({ where: { revisionId } })
  for (const field of OTHER_INSTRUMENT_FIELDS) {
    const wanted = content[field].map((slug): Wanted => ({ vocabulary: 'instrument', slug }))
    const rows = await termRows(tx, wanted)
    await tx.revisionOtherInstrument.createMany({
      data: rows.map((row) => ({ revisionId, state: OTHER_INSTRUMENTS[field], ...row })),
    })
  }
}

async function replaceChildren(
  tx: Transaction,
  revisionId: string,
  content: DraftContent,
): Promise<void> {
  const support = await keepSupport(tx, revisionId)
  const terms = await termRows(tx, usedTerms(content))
  const regions = await regionRows(tx, content.regions)
  const where = { revisionId }
  await tx.revisionTerm.deleteMany({ where })
  await tx.revisionTerm.createMany({
    data: terms.map((row) => ({ revisionId, ...row, ...support.terms.get(row.termId) })),
  })
  await replaceOtherInstruments(tx, revisionId, content)
  await tx.revisionRegion.deleteMany({ where })
  await tx.revisionRegion.createMany({
    data: regions.map((row) => ({ revisionId, ...row, ...support.regions.get(row.regionId) })),
  })
  const under = rowsUnder(content)
  await tx.revisionStep.deleteMany({ where })
  await tx.revisionStep.createMany({ data: under.steps.map((row) => ({ revisionId, ...row })) })
  await tx.revisionPartner.deleteMany({ where })
  await tx.revisionPartner.createMany({
    data: under.partners.map((row) => ({ revisionId, ...row })),
  })
  await tx.revisionSource.deleteMany({ where })
  await tx.revisionSource.createMany({
    data: under.sources.map((row) => ({ revisionId, ...row, ...support.sources.get(row.title) })),
  })
  await tx.revisionResult.deleteMany({ where })
  await tx.revisionResult.createMany({
    data: under.results.map((row) => ({ revisionId, ...row, ...support.results.get(row.label) })),
  })
  await tx.revisionTextItem.deleteMany({ where })
  await tx.revisionTextItem.createMany({
    data: under.items.map((row) => ({ revisionId, ...row })),
  })
}

/**
 * Saves the content of a draft. Returns the new version number, or 'conflict'. One audit row per
 * sitting, because the form saves itself. May be part of a transaction of the caller. Throws INVALID
 * for an unknown term or region.
 */
export async function saveDraft(
  input: {
    revisionId: string
    version: number
    content: DraftContent
    actorId: string
  },
  client?: Transaction,
): Promise<number | 'conflict'> {
  const { revisionId, version, content, actorId } = input
  const save = async (tx: Transaction) => {
    const { count } = await tx.initiativeRevision.updateMany({
      where: { id: revisionId, version, status: { in: ['draft', 'returned'] } },
      data: {
        version: version + 1,
        ...versionFields(content),
      },
    })
    if (count === 0) return 'conflict' as const
    await replaceChildren(tx, revisionId, content)
    await saveSittingEvent(tx, {
      actorId,
      action: 'revision.save',
      objectType: 'revision',
      objectId: revisionId,
      detail: { version: version + 1 },
    })
    return version + 1
  }
  return client ? save(client) : db.$transaction(save)
}
