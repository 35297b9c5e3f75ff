import 'server-only'
import { pagePath } from '@/i18n/translated-path'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import type { AuditAction } from '@/lib/base/audit/types'
import { db, type Transaction } from '@/lib/base/db/db'
import { AppError } from '@/lib/base/runtime/errors'
import { once, type Sender } from '@/lib/base/http/submission'
import { notifyPeople } from '@/lib/people/follows/mutations'
import { getRegionGraph } from '@/lib/base/regions/data'
import { getMeasureTarget, getMeasureYear, listMeasureYears, listReaders } from './data'
import { fromCalendarDate } from '@/lib/base/text/calendar'
import { addedEmail, isAfterwards, missingToSign, periodBegin, reactionEmail } from './rules'
import type { ExpectationInput, OwnReactionInput, ReactionInput, VerdictInput } from './schema'
import type { Constituency } from './types'

const reactionPath = (measureId: string, year: number) =>
  pagePath('/workspace/measures/[id]/[year]/reaction', { id: measureId, year: String(year) })

interface About {
  measureId: string
  year: number
  version: number
  actorId: string
}

const audit = (
  tx: Transaction,
  { measureId, year, actorId }: Omit<About, 'version'>,
  action: AuditAction,
) =>
  saveAuditEvent(tx, {
    actorId,
    action,
    objectType: 'measure',
    objectId: measureId,
    detail: { year },
  })

/** Saves an expectation. 'conflict' when someone else saved or signed first. */
export async function saveExpectation(
  input: ExpectationInput & Sender,
): Promise<'conflict' | null> {
  const { measureId, year, version, expectationText: text, actorId, submission } = input
  return once(
    { actorId, submission },
    async (tx) => {
      const { count } =
        version === 0
          ? await tx.policyExpectation.createMany({
              data: { measureId, year, text },
              skipDuplicates: true,
            })
          : await tx.policyExpectation.updateMany({
              where: { measureId, year, version, signedAt: null },
              data: { text, version: version + 1 },
            })
      if (count === 0) return 'conflict' as const
      await audit(tx, { measureId, year, actorId }, 'expectation.save')
      return null
    },
    { refusals: ['conflict'] },
  )
}

/**
 * Signs an expectation. 'conflict' when the signer read another text; WRONG_STATE after its year
 * unless marked so.
 */
export async function signExpectation(
  about: About & { afterwards: boolean; now: Date },
): Promise<'conflict' | null> {
  const { measureId, year, version, actorId, now } = about
  const late = isAfterwards(year, now)
  if (late && !about.afterwards) throw new AppError('WRONG_STATE')
  return db.$transaction(async (tx) => {
    const target = await getMeasureTarget(measureId, tx)
    const { count } = await tx.policyExpectation.updateMany({
      where: { measureId, year, version, signedAt: null },
      data: {
        signedAt: now,
        signedById: actorId,
        writtenAfterwards: late,
        periodBeginsOn: fromCalendarDate(periodBegin(year, target?.startsOn ?? null)),
        version: version + 1,
      },
    })
    if (count === 0) return 'conflict' as const
    await audit(tx, { measureId, year, actorId }, 'expectation.sign')
    return null
  })
}

/** Saves a draft verdict; after a signed one it is a correction. 'conflict' as above. */
export async function saveVerdict(input: VerdictInput & Sender): Promise<'conflict' | null> {
  const { measureId, year, version, actorId, submission, ...data } = input
  return once(
    { actorId, submission },
    async (tx) => {
      const [stored] = await listMeasureYears([measureId], [year], tx)
      const links = {
        expectationId: stored?.expectation?.signedAt ? stored.expectation.id : null,
        supersedesId: stored?.current?.id ?? null,
      }
      const { count } =
        version === 0
          ? await tx.policyVerdict.createMany({
              data: { measureId, year, ...data, ...links },
              skipDuplicates: true,
            })
          : await tx.policyVerdict.updateMany({
              where: { measureId, year, version, signedAt: null },
              data: { ...data, ...links, version: version + 1 },
            })
      if (count === 0) return 'conflict' as const
      await audit(tx, { measureId, year, actorId }, 'verdict.save')
      return null
    },
    { refusals: ['conflict'] },
  )
}

/** Signs the draft. WRONG_STATE when incomplete, 'conflict' when the signer read another text. */
export async function signVerdict(about: About & { now: Date }): Promise<'conflict' | null> {
  const { measureId, year, version, actorId, now } = about
  const stored = await getMeasureYear(measureId, year)
  if (stored.draft?.version !== version) return 'conflict'
  if (missingToSign(stored).length > 0) throw new AppError('WRONG_STATE')
  return db.$transaction(async (tx) => {
    const { count } = await tx.policyVerdict.updateMany({
      where: { measureId, year, version, signedAt: null },
      data: {
        signedAt: now,
        signedById: actorId,
        expectationId: stored.expectation?.id ?? null,
        version: version + 1,
      },
    })
    if (count === 0) return 'conflict' as const
    await audit(tx, { measureId, year, actorId }, 'verdict.sign')
    await inviteReaders(tx, { measureId, year, actorId, version })
    return null
  })
}

async function inviteReaders(
  tx: Transaction,
  { measureId, year, actorId, version }: About,
): Promise<void> {
  const target = await getMeasureTarget(measureId, tx)
  if (!target) return
  const readers = await listReaders(target.regionId, await getRegionGraph(), tx)
  const email = reactionEmail({ title: target.title, region: target.regionName, year })
  await notifyPeople(
    tx,
    {
      kind: 'verdict-signed',
      key: `${measureId}:${String(year)}:${String(version)}`,
      title: target.title,
      path: reactionPath(measureId, year),
      mail: { ...email, key: `verdict-reading:${measureId}:${year}:${version}` },
    },
    { people: readers, subjects: [], actorId },
  )
}

async function insertReaction(
  tx: Transaction,
  input: ReactionInput & { byMember: boolean; actorId: string },
) {
  const { measureId, year, reactionId: id, verdictId, constituency, byMember, actorId } = input
  const verdict = await tx.policyVerdict.findFirst({
    where: { id: verdictId, measureId, year, signedAt: { not: null } },
    select: { signedById: true, measure: { select: { title: true } } },
  })
  if (!verdict) throw new AppError('NOT_FOUND')
  const { count } = await tx.verdictReaction.createMany({
    data: {
      id,
      verdictId,
      constituency,
      text: input.reactionText,
      byMember,
      createdById: actorId,
    },
    skipDuplicates: true,
  })
  if (count === 0) return null
  await audit(tx, { measureId, year, actorId }, 'verdict.read')
  return verdict
}

/** Adds a reaction that the editors wrote down for a constituency. Idempotent. */
export async function addReaction(input: ReactionInput & { actorId: string }): Promise<void> {
  await db.$transaction((tx) => insertReaction(tx, { ...input, byMember: false }))
}

/** Adds a member's own reaction and notifies the signer; idempotent. Throws NOT_FOUND. */
export async function addOwnReaction(
  input: OwnReactionInput & { constituency: Constituency; actorId: string },
): Promise<void> {
  const { measureId, year, reactionId: id, actorId } = input
  await db.$transaction(async (tx) => {
    const verdict = await insertReaction(tx, { ...input, byMember: true })
    if (!verdict || verdict.signedById === null || verdict.signedById === actorId) return
    await notifyPeople(
      tx,
      {
        kind: 'reaction-added',
        key: id,
        title: verdict.measure.title,
        path: pagePath('/workspace/measures/[id]/[year]', { id: measureId, year: String(year) }),
        mail: {
          ...addedEmail({ title: verdict.measure.title, year }),
          key: `reading-added:${id}`,
        },
      },
      { people: [verdict.signedById], subjects: [], actorId },
    )
  })
}
