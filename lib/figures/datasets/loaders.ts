import 'server-only'
import { cache } from 'react'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { requireActorPage } from '@/lib/people/accounts/loaders'
import { SheetError } from '@/lib/base/files/sheets'
import { isSlug } from '@/lib/base/text/text'
import { getDataset, getSample, listIndicatorChoices, listSources, type SamplePlace } from './data'
import { canImport } from './policy'
import { formOf } from './form.rules'
import type { DatasetRow, SampleView } from './types'

const rowSchema = z.object({
  rij: z.coerce.number().int().min(1).max(100).optional().catch(undefined),
  blad: z.string().min(1).max(200).optional().catch(undefined),
})

async function requireKeeperPage(returnTo: string): Promise<void> {
  if (!canImport(await requireActorPage(returnTo))) notFound()
}

export async function loadNewSource(returnTo: string): Promise<void> {
  await requireKeeperPage(returnTo)
}

async function read(
  by: { id: string } | { datasetId: number },
  place: SamplePlace,
): Promise<SampleView | null> {
  try {
    return await getSample(by, place)
  } catch (error) {
    // The file was read to the end on upload, but rules may have become stricter since.
    if (error instanceof SheetError) return null
    throw error
  }
}

async function withChoices<Sample extends SampleView | null>(
  dataset: DatasetRow | null,
  sample: Sample,
) {
  const [indicators, sources] = await Promise.all([listIndicatorChoices(), listSources()])
  return {
    dataset,
    sample,
    indicators,
    sources,
    values: sample === null ? {} : formOf(dataset, sample),
  }
}

export async function loadNewMapping(id: string, query: unknown, returnTo: string) {
  await requireKeeperPage(returnTo)
  const { rij, blad } = rowSchema.parse(query)
  const sample = z.uuid().safeParse(id).success
    ? await read({ id }, { headerRow: rij, sheet: blad })
    : null
  return withChoices<SampleView>(null, sample ?? notFound())
}

/** Read once for the title and the page: a sample can be a large file. */
const readMapping = cache(
  async (slug: string, headerRow: number | undefined, sheet: string | undefined) => {
    const dataset = isSlug(slug) ? await getDataset(slug) : null
    if (!dataset || dataset.kind === 'rollup') notFound()
    const stored = z
      .object({ headerRow: z.int().optional(), sheet: z.string().optional() })
      .safeParse(dataset.mapping).data
    return withChoices(
      dataset,
      await read(
        { datasetId: dataset.id },
        { headerRow: headerRow ?? stored?.headerRow, sheet: sheet ?? stored?.sheet },
      ),
    )
  },
)

export async function loadMapping(slug: string, query: unknown, returnTo: string) {
  await requireKeeperPage(returnTo)
  const { rij, blad } = rowSchema.parse(query)
  return readMapping(slug, rij, blad)
}
