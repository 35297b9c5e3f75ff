import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Transaction } from '@/lib/base/db/db'

/**
 * The version that is being written or decided on, or null. Others wait until this transaction
 * ends: one at a time per initiative. A partial unique index enforces the same.
 */
export async function lockOpenVersion(
  tx: Transaction,
  initiativeId: string,
): Promise<{ id: string } | null> {
  await tx.$queryRaw`SELECT id FROM initiative WHERE id = ${initiativeId}::uuid FOR UPDATE`
  return tx.initiativeRevision.findFirst({
    where: { initiativeId, status: { in: ['draft', 'submitted', 'returned'] } },
    select: { id: true },
  })
}

async function copyChildren(tx: Transaction, from: string, to: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO revision_region (revision_id, region_id, position, certainty)
    SELECT ${to}::uuid, region_id, position, certainty
    FROM revision_region
    WHERE revision_id = ${from}::uuid`
  await tx.$executeRaw`
    INSERT INTO revision_term (revision_id, term_id, position, certainty, basis)
    SELECT ${to}::uuid, term_id, position, certainty, basis
    FROM revision_term
    WHERE revision_id = ${from}::uuid`
  await tx.$executeRaw`
    INSERT INTO revision_other_instrument (revision_id, term_id, state, position)
    SELECT ${to}::uuid, term_id, state, position
    FROM revision_other_instrument
    WHERE revision_id = ${from}::uuid`
  await tx.$executeRaw`
    INSERT INTO revision_step (id, revision_id, position, name, description)
    SELECT gen_random_uuid(), ${to}::uuid, position, name, description
    FROM revision_step
    WHERE revision_id = ${from}::uuid`
  await tx.$executeRaw`
    INSERT INTO revision_text_item (id, revision_id, kind, position, text)
    SELECT gen_random_uuid(), ${to}::uuid, kind, position, text
    FROM revision_text_item
    WHERE revision_id = ${from}::uuid`
  await tx.$executeRaw`
    INSERT INTO revision_result (
      id, revision_id, position, kind, result_type_id, label, value, unit, qualifier, measured, note
    )
    SELECT gen_random_uuid(), ${to}::uuid, position, kind, result_type_id, label, value, unit,
      qualifier, measured, note
    FROM revision_result
    WHERE revision_id = ${from}::uuid`
  await tx.$executeRaw`
    INSERT INTO revision_partner (id, revision_id, position, name)
    SELECT gen_random_uuid(), ${to}::uuid, position, name
    FROM revision_partner
    WHERE revision_id = ${from}::uuid`
  await tx.$executeRaw`
    INSERT INTO revision_source (id, revision_id, position, title, url, kind, published_on, note)
    SELECT gen_random_uuid(), ${to}::uuid, position, title, url, kind, published_on, note
    FROM revision_source
    WHERE revision_id = ${from}::uuid`
  await tx.$executeRaw`
    INSERT INTO revision_image (
      id, revision_id, hash, position, alt, is_decoration, caption, credit, focus_x, focus_y
    )
    SELECT gen_random_uuid(), ${to}::uuid, hash, position, alt, is_decoration, caption, credit,
      focus_x, focus_y
    FROM revision_image
    WHERE revision_id = ${from}::uuid`
  await tx.$executeRaw`
    INSERT INTO revision_attachment (id, revision_id, hash, position, title)
    SELECT gen_random_uuid(), ${to}::uuid, hash, position, title
    FROM revision_attachment
    WHERE revision_id = ${from}::uuid`
}

/** Copies a version to a new draft of the same initiative, with some fields changed. */
export async function copyVersion(
  tx: Transaction,
  {
    sourceId,
    actorId,
    changes = {},
  }: {
    sourceId: string
    actorId: string
    changes?: Partial<Prisma.InitiativeRevisionUncheckedCreateInput>
  },
): Promise<{ id: string }> {
  const source = await tx.initiativeRevision.findUniqueOrThrow({
    where: { id: sourceId },
    omit: {
      id: true,
      number: true,
      status: true,
      version: true,
      createdById: true,
      createdAt: true,
      updatedAt: true,
      submittedAt: true,
      decidedAt: true,
      decidedById: true,
      returnReason: true,
      changeReason: true,
      publishedAt: true,
    },
  })
  const { _max } = await tx.initiativeRevision.aggregate({
    where: { initiativeId: source.initiativeId },
    _max: { number: true },
  })
  const created = await tx.initiativeRevision.create({
    data: { ...source, number: (_max.number ?? 0) + 1, createdById: actorId, ...changes },
    select: { id: true },
  })
  await copyChildren(tx, sourceId, created.id)
  return created
}
