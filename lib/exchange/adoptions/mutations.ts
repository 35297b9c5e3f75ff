import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { pagePath } from '@/i18n/translated-path'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import type { AuditAction } from '@/lib/base/audit/types'
import { listWriterIds } from '@/lib/people/accounts/recipients.data'
import { notifyPeople } from '@/lib/people/follows/mutations'
import { type CalendarDate, fromCalendarDate } from '@/lib/base/text/calendar'
import { db, type Transaction } from '@/lib/base/db/db'
import { AppError, isUniqueViolation, sqlStateOf } from '@/lib/base/runtime/errors'
import { once, type Sender } from '@/lib/base/http/submission'
import { answerEmail, isAllowedStep, isSheetReady, questionEmail } from './rules'
import type { AdoptionSheet, AdoptionStatus } from './types'

/** The workspace page of an adoption, for both sides. */
export const pathOf = (id: string) => pagePath('/workspace/adoptions/[id]', { id })
/** Raised by a trigger: this cannot be the result of this adoption. */
const UNFIT = 'OT001'
export interface NewAdoption extends Sender {
  initiative: { initiativeId: string; title: string; ownerOrganisationId: string }
  organisation: { id: string; name: string }
  group: { id: string; labelNl: string }
  goal: string
  question: string
}

async function tellOwners(
  tx: Transaction,
  id: string,
  { initiative, organisation, group, goal, question, actorId }: Omit<NewAdoption, 'submission'>,
): Promise<void> {
  const email = questionEmail({
    title: initiative.title,
    organisation: organisation.name,
    goal,
    group: group.labelNl,
    question,
  })
  await notifyPeople(
    tx,
    {
      kind: 'adoption-asked',
      key: id,
      title: email.subject,
      path: pathOf(id),
      mail: { ...email, key: `adoption-question:${id}` },
    },
    {
      people: await listWriterIds(tx, initiative.ownerOrganisationId),
      subjects: [],
      actorId,
    },
  )
}

/** Creates an adoption and tells the owner. WRONG_STATE when this organisation has an open one. */
export async function saveConsideration({
  initiative,
  organisation,
  group,
  goal,
  question,
  actorId,
  submission,
}: NewAdoption): Promise<string> {
  const { initiativeId } = initiative
  try {
    return await once({ actorId, submission }, async (tx) => {
      const { id } = await tx.adoption.create({
        data: {
          initiativeId,
          organisationId: organisation.id,
          holderId: actorId,
          goal,
          targetGroupId: group.id,
          question,
        },
        select: { id: true },
      })
      await tellOwners(tx, id, { initiative, organisation, group, goal, question, actorId })
      await saveAuditEvent(tx, {
        actorId,
        action: 'adoption.consider',
        objectType: 'adoption',
        objectId: id,
        detail: { initiativeId, organisationId: organisation.id },
      })
      return id
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError('WRONG_STATE')
    throw error
  }
}

/** Saves the owner's answer and tells the holder. WRONG_STATE without an open question. */
export async function saveAnswer({
  id,
  answer,
  actorId,
  submission,
}: Sender & { id: string; answer: string }): Promise<void> {
  await once({ actorId, submission }, async (tx) => {
    const { count } = await tx.adoption.updateMany({
      where: { id, answer: null, question: { not: '' } },
      data: { answer, answeredById: actorId, answeredAt: new Date() },
    })
    if (count === 0) throw new AppError('WRONG_STATE')
    const row = await tx.adoption.findUniqueOrThrow({
      where: { id },
      select: {
        holderId: true,
        initiative: { select: { slug: true, publishedRevision: { select: { title: true } } } },
      },
    })
    const title = row.initiative.publishedRevision?.title ?? row.initiative.slug
    if (row.holderId !== null)
      await notifyPeople(
        tx,
        {
          kind: 'adoption-answered',
          key: id,
          title,
          path: pathOf(id),
          mail: { ...answerEmail(title, answer), key: `adoption:${id}` },
        },
        { people: [row.holderId], subjects: [], actorId },
      )
    await saveAuditEvent(tx, {
      actorId,
      action: 'adoption.answer',
      objectType: 'adoption',
      objectId: id,
    })
  })
}

interface Change {
  id: string
  version: number
  actorId: string
}

/** Locks the row; null when someone else saved it since `version`. */
async function hold(tx: Transaction, { id, version }: Change) {
  await tx.$executeRaw`SELECT 1 FROM adoption WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  const row = await tx.adoption.findUnique({
    where: { id },
    select: {
      status: true,
      version: true,
      startsOn: true,
      organisationId: true,
      holderId: true,
      kept: true,
      changed: true,
      dropped: true,
      reason: true,
    },
  })
  if (!row) throw new AppError('NOT_FOUND')
  return row.version === version ? row : null
}

async function write(
  tx: Transaction,
  { id, version, actorId }: Change,
  action: AuditAction,
  data: Prisma.AdoptionUncheckedUpdateInput,
  detail: Prisma.InputJsonObject = {},
): Promise<void> {
  await tx.adoption.update({
    where: { id },
    data: { ...data, version: version + 1 },
    select: { id: true },
  })
  await saveAuditEvent(tx, { actorId, action, objectType: 'adoption', objectId: id, detail })
}

/** Saves the sheet, or 'conflict'. WRONG_STATE when stopped, or when it would be too empty. */
export async function saveSheet(
  change: Change & { sheet: AdoptionSheet },
): Promise<'conflict' | null> {
  return db.$transaction(async (tx) => {
    const row = await hold(tx, change)
    if (!row) return 'conflict'
    if (row.status === 'stopped' || (row.status === 'running' && !isSheetReady(change.sheet)))
      throw new AppError('WRONG_STATE')
    await write(tx, change, 'adoption.sheet', { ...change.sheet })
    return null
  })
}

export type Step =
  | { to: 'preparing' }
  | { to: 'running'; startsOn: CalendarDate }
  | { to: 'stopped'; stopReason: string; on: CalendarDate }

const stepData = (step: Step): Prisma.AdoptionUncheckedUpdateInput =>
  step.to === 'preparing'
    ? { status: step.to }
    : step.to === 'running'
      ? { status: step.to, startsOn: fromCalendarDate(step.startsOn) }
      : { status: step.to, stopReason: step.stopReason, stoppedOn: fromCalendarDate(step.on) }

/** Takes a step, or 'conflict' or 'notReady' (sheet too empty). WRONG_STATE for an illegal step. */
export async function saveStep(
  change: Change & { step: Step },
): Promise<'conflict' | 'notReady' | null> {
  const { step } = change
  return db.$transaction(async (tx) => {
    const row = await hold(tx, change)
    if (!row) return 'conflict'
    if (!isAllowedStep(row.status, step.to)) throw new AppError('WRONG_STATE')
    if (step.to === 'running' && !isSheetReady(row)) return 'notReady'
    await write(tx, change, 'adoption.step', stepData(step), {
      from: row.status satisfies AdoptionStatus,
      to: step.to,
    })
    return null
  })
}

/** Links the resulting initiative, or none. 'unfit' when it is no possible result. */
export async function saveOwnInitiative(
  change: Change & { ownInitiativeId: string | null },
): Promise<'conflict' | 'unfit' | null> {
  try {
    return await db.$transaction(async (tx) => {
      const row = await hold(tx, change)
      if (!row) return 'conflict'
      if (row.status === 'exploring') throw new AppError('WRONG_STATE')
      await write(
        tx,
        change,
        'adoption.own',
        { ownInitiativeId: change.ownInitiativeId },
        { ownInitiativeId: change.ownInitiativeId },
      )
      return null
    })
  } catch (error) {
    if (isUniqueViolation(error) || sqlStateOf(error) === UNFIT) return 'unfit'
    throw error
  }
}

/** Hands an adoption over to a writer of the same organisation. INVALID for anyone else. */
export async function saveHolder(
  change: Change & { holderId: string },
): Promise<'conflict' | null> {
  return db.$transaction(async (tx) => {
    const row = await hold(tx, change)
    if (!row) return 'conflict'
    const colleague = await tx.membership.findFirst({
      where: {
        userId: change.holderId,
        organisationId: row.organisationId,
        role: { in: ['editor', 'manager'] },
        user: { disabledAt: null },
      },
      select: { userId: true },
      orderBy: { role: 'asc' },
    })
    if (!colleague) throw new AppError('INVALID')
    await write(tx, change, 'adoption.handOver', { holderId: change.holderId })
    return null
  })
}
