import 'server-only'
import { daysBefore } from '@/lib/base/text/calendar'
import type { Prisma } from '@/generated/prisma/client'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db, type Transaction } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { freeSlug } from '@/lib/base/db/free-slug'
import { once, type Sender } from '@/lib/base/http/submission'
import { slugOf } from '@/lib/base/text/text'
import { OTHER_SOURCE, type DatasetInput, type IndicatorForm, type TablePreview } from './schema'

const OWN_GROUP = 'ingelezen'

async function saveRollup(
  tx: Transaction,
  { slug, title, id, sourceId }: { slug: string; title: string; id: number; sourceId: string },
): Promise<void> {
  const rollup = {
    title,
    kind: 'rollup' as const,
    sourceId,
    baseId: id,
    isComplete: true,
    mapping: {},
  }
  await tx.statDataset.upsert({
    where: { slug: `${slug}-opgeteld` },
    create: { slug: `${slug}-opgeteld`, ...rollup },
    update: { title, sourceId },
    select: { id: true },
  })
}

async function requireSource(tx: Transaction, slug: string): Promise<string> {
  const source = await tx.statisticalSource.findUnique({ where: { slug }, select: { id: true } })
  if (!source) throw new AppError('INVALID', `unknown source ${slug}`)
  return source.id
}

/** Saves a dataset with its mapping and, on request, its roll-up. INVALID: unknown source. */
export async function saveDataset(input: DatasetInput, actorId: string | null): Promise<number> {
  return db.$transaction(async (tx) => {
    const sourceId = await requireSource(tx, input.source)
    const data = {
      title: input.title,
      kind: input.kind,
      sourceId,
      isComplete: input.isComplete,
      mapping: input.mapping as Prisma.InputJsonObject,
    }
    const { id } = await tx.statDataset.upsert({
      where: { slug: input.slug },
      create: { slug: input.slug, ...data },
      update: { ...data, version: { increment: 1 } },
      select: { id: true },
    })
    if (input.rollup) await saveRollup(tx, { slug: input.slug, title: input.title, id, sourceId })
    await saveAuditEvent(tx, {
      actorId,
      action: 'dataset.save',
      objectType: 'dataset',
      objectId: null,
      detail: { datasetId: id },
    })
    return id
  })
}

const slugFor = (title: string) => slugOf(title, 'bron')

export interface MappingInput extends Sender {
  sampleId: string
  version: number
  title: string
  source: string
  newSource: { name: string; url: string | null; licence: string | null }
  isComplete: boolean
  rollup: boolean
  kind: 'file' | 'cbs_odata'
  mapping: DatasetInput['mapping']
  actorId: string
}

async function sourceOf(tx: Transaction, { source, newSource }: MappingInput): Promise<string> {
  if (source !== OTHER_SOURCE) return requireSource(tx, source)
  const { id } = await tx.statisticalSource.create({
    data: {
      slug: await freeSlug(slugFor(newSource.name), (query) =>
        tx.statisticalSource.findMany(query),
      ),
      ...newSource,
    },
    select: { id: true },
  })
  return id
}

/** Saves a mapping and returns its address, or 'conflict'. Throws NOT_FOUND without its sample. */
export async function saveMapping(input: MappingInput): Promise<{ slug: string } | 'conflict'> {
  const { sampleId, version, title, isComplete, rollup, kind, actorId, submission } = input
  return once(
    { actorId, submission },
    async (tx) => {
      // Lock first: one statement that waits for the lock still sees no dataset for the sample.
      await tx.$executeRaw`SELECT FROM stat_sample WHERE id = ${sampleId}::uuid FOR UPDATE`
      const [sample] = await tx.$queryRaw<{ datasetId: number | null; held: number }[]>`
        SELECT s.dataset_id AS "datasetId", coalesce(d.version, 0) AS held
        FROM stat_sample s
        LEFT JOIN stat_dataset d ON d.id = s.dataset_id
        WHERE s.id = ${sampleId}::uuid AND s.kind = ${kind}::dataset_kind`
      if (!sample) throw new AppError('NOT_FOUND')
      // Version zero has no dataset yet; someone else, or a second submission, may have created it.
      if (sample.held !== version) return 'conflict' as const
      const data = {
        title,
        kind,
        isComplete,
        mapping: input.mapping as Prisma.InputJsonObject,
        sourceId: await sourceOf(tx, input),
      }
      const saved =
        sample.datasetId === null
          ? await tx.statDataset.create({
              data: {
                slug: await freeSlug(slugFor(title), (query) => tx.statDataset.findMany(query)),
                ...data,
              },
              select: { id: true, slug: true },
            })
          : await tx.statDataset.update({
              where: { id: sample.datasetId },
              data: { ...data, version: version + 1 },
              select: { id: true, slug: true },
            })
      await tx.statSample.update({
        where: { id: sampleId },
        data: { datasetId: saved.id },
        select: { id: true },
      })
      if (rollup) await saveRollup(tx, { ...saved, title, sourceId: data.sourceId })
      await saveAuditEvent(tx, {
        actorId,
        action: 'dataset.save',
        objectType: 'dataset',
        objectId: null,
        detail: { datasetId: saved.id, version: version + 1 },
      })
      return { slug: saved.slug }
    },
    { refusals: ['conflict'] },
  )
}

export type SampleContent =
  { kind: 'file'; content: Uint8Array<ArrayBuffer> } | { kind: 'cbs_odata'; table: TablePreview }

/** Stores a sample and returns its id; for a dataset it replaces the previous one. */
export async function saveSample(
  input: SampleContent & Sender & { label: string; datasetId: number | null },
): Promise<string> {
  const { datasetId, actorId, submission, kind } = input
  return once({ actorId, submission }, async (tx) => {
    await deleteSamples(tx)
    const data = {
      kind,
      label: input.label.slice(0, 200),
      createdById: actorId,
      ...(input.kind === 'file' ? { content: input.content } : { table: input.table }),
    }
    const { id } =
      datasetId === null
        ? await tx.statSample.create({ data, select: { id: true } })
        : await tx.statSample.upsert({
            where: { datasetId },
            create: { ...data, datasetId },
            update: { ...data, createdAt: new Date() },
            select: { id: true },
          })
    await saveAuditEvent(tx, {
      actorId,
      action: 'sample.save',
      objectType: 'sample',
      objectId: id,
      detail: { kind },
    })
    return id
  })
}

async function deleteSamples(tx: Transaction): Promise<void> {
  await tx.statSample.deleteMany({
    where: { datasetId: null, createdAt: { lt: daysBefore(new Date(), 1) } },
  })
}

/** Creates an indicator and returns its address. */
export async function createIndicator(input: IndicatorForm & Sender): Promise<string> {
  const { actorId, submission, ...data } = input
  return once({ actorId, submission }, async (tx) => {
    const { _max } = await tx.statIndicator.aggregate({ _max: { position: true } })
    const slug = await freeSlug(slugFor(data.labelNl), (query) => tx.statIndicator.findMany(query))
    const { id } = await tx.statIndicator.create({
      data: { slug, ...data, groupSlug: OWN_GROUP, position: (_max.position ?? 0) + 1 },
      select: { id: true },
    })
    await saveAuditEvent(tx, {
      actorId,
      action: 'indicator.create',
      objectType: 'indicator',
      objectId: id,
    })
    return slug
  })
}
