import 'server-only'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { freeSlug } from '@/lib/base/db/free-slug'
import { db, type Transaction } from '@/lib/base/db/db'
import { once, type Sender } from '@/lib/base/http/submission'
import { slugOf } from '@/lib/base/text/text'
import type { OrganisationInput } from './types'

/** Words of addresses under the list, which no organisation may have. */
const RESERVED = ['nieuw', 'new']

async function saveRegions(
  tx: Transaction,
  organisationId: string,
  { regionId, alsoRegionIds }: OrganisationInput,
): Promise<void> {
  await tx.organisationRegion.deleteMany({ where: { organisationId } })
  await tx.organisationRegion.createMany({
    data: [...new Set(alsoRegionIds)]
      .filter((one) => one !== regionId)
      .map((one) => ({ organisationId, regionId: one })),
  })
}

/** Adds an organisation. Returns its address part. */
export async function createOrganisation(
  sender: Sender,
  input: OrganisationInput,
): Promise<string> {
  return once(sender, async (tx) => {
    const wanted = slugOf(input.name, 'organisatie')
    const slug = await freeSlug(wanted, (query) => tx.organisation.findMany(query), RESERVED)
    const { id } = await tx.organisation.create({
      data: { slug, name: input.name, kind: input.kind, regionId: input.regionId },
      select: { id: true },
    })
    await saveRegions(tx, id, input)
    await saveAuditEvent(tx, {
      actorId: sender.actorId,
      action: 'organisation.create',
      objectType: 'organisation',
      objectId: id,
    })
    return slug
  })
}

/** Saves name and kind, and the regions when the actor may change those. */
export async function saveOrganisation(
  actorId: string,
  { id, ...input }: OrganisationInput & { id: string },
  mayChangeRegions: boolean,
): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.organisation.update({
      where: { id },
      data: {
        name: input.name,
        kind: input.kind,
        ...(mayChangeRegions && { regionId: input.regionId }),
      },
      select: { id: true },
    })
    if (mayChangeRegions) await saveRegions(tx, id, input)
    await saveAuditEvent(tx, {
      actorId,
      action: 'organisation.save',
      objectType: 'organisation',
      objectId: id,
    })
  })
}

/** Lets editors of an organisation publish small corrections at once, or not any more. */
export async function saveTrust(
  actorId: string,
  { id, instantCorrections }: { id: string; instantCorrections: boolean },
): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.organisation.update({
      where: { id },
      data: { instantCorrections },
      select: { id: true },
    })
    await saveAuditEvent(tx, {
      actorId,
      action: 'organisation.trust',
      objectType: 'organisation',
      objectId: id,
      detail: { instantCorrections },
    })
  })
}

/** What belongs to an organisation and goes along; what was said under its name does not. */
async function moveHoldings(tx: Transaction, from: string, to: string): Promise<void> {
  const where = { organisationId: from }
  const data = { organisationId: to }
  await tx.$executeRaw`
    INSERT INTO membership (user_id, organisation_id, role, from_provider)
    SELECT user_id, ${to}::uuid, role, from_provider
    FROM membership
    WHERE organisation_id = ${from}::uuid
    ON CONFLICT DO NOTHING`
  await tx.membership.deleteMany({ where })
  await tx.initiative.updateMany({ where, data })
  await tx.policyGoal.updateMany({ where, data })
  await tx.policyMeasure.updateMany({
    where: { responsibleId: from },
    data: { responsibleId: to },
  })
  // Both may have adopted the same initiative; then the older adoption stays where it was made.
  await tx.$executeRaw`
    UPDATE adoption a
    SET organisation_id = ${to}::uuid
    WHERE a.organisation_id = ${from}::uuid
      AND NOT EXISTS (
        SELECT FROM adoption b
        WHERE b.organisation_id = ${to}::uuid AND b.initiative_id = a.initiative_id
      )`
  await tx.call.updateMany({ where, data })
  await tx.meeting.updateMany({ where, data })
  await tx.collection.updateMany({ where, data })
  await tx.obstacle.updateMany({ where, data })
  await tx.enquiry.updateMany({ where, data })
  await tx.$executeRaw`
    INSERT INTO enquiry_block (id, organisation_id, digest, created_at)
    SELECT gen_random_uuid(), ${to}::uuid, digest, created_at
    FROM enquiry_block
    WHERE organisation_id = ${from}::uuid
    ON CONFLICT DO NOTHING`
}

/**
 * Ends an organisation from today, with the organisation that goes on or without one. False when it
 * ended already or the successor did.
 */
export async function endOrganisation(
  actorId: string,
  { id, successorId, today }: { id: string; successorId: string | null; today: Date },
): Promise<boolean> {
  return db.$transaction(
    async (tx) => {
      if (successorId !== null) {
        // The lock keeps the successor from ending meanwhile.
        const rows = await tx.$queryRaw<unknown[]>`
          SELECT id
          FROM organisation
          WHERE id = ${successorId}::uuid AND ends_on IS NULL
          FOR UPDATE`
        if (rows.length === 0) return false
      }
      const { count } = await tx.organisation.updateMany({
        where: { id, endsOn: null },
        data: { endsOn: today, successorId },
      })
      if (count !== 1) return false
      if (successorId !== null) await moveHoldings(tx, id, successorId)
      await tx.invitation.updateMany({
        where: { organisationId: id, acceptedAt: null, revokedAt: null },
        data: { revokedAt: new Date() },
      })
      await saveAuditEvent(tx, {
        actorId,
        action: 'organisation.end',
        objectType: 'organisation',
        objectId: id,
        detail: { successorId },
      })
      return true
    },
    { timeout: 30_000 },
  )
}

/** Lets an organisation that ended without a successor go on. False for any other. */
export async function reopenOrganisation(actorId: string, id: string): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.organisation.updateMany({
      where: { id, endsOn: { not: null }, successorId: null },
      data: { endsOn: null },
    })
    if (count !== 1) return false
    await saveAuditEvent(tx, {
      actorId,
      action: 'organisation.reopen',
      objectType: 'organisation',
      objectId: id,
    })
    return true
  })
}
