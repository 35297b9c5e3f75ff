import 'server-only'
import { pagePath } from '@/i18n/translated-path'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { actsForOrganisation } from '@/lib/people/accounts/policy'
import { listModerators } from '@/lib/people/accounts/recipients.data'
import { notifyPeople } from '@/lib/people/follows/mutations'
import { toCalendarDate, todayInNetherlands } from '@/lib/base/text/calendar'
import type { Transaction } from '@/lib/base/db/db'
import { listCandidates } from './candidates.data'
import { getPanelTarget, getStanding } from './data'
import { listPresent, organisationOfInvitation } from './replacements.data'
import { invite } from './invitations.mutations'
import { nextAssessor, replacedNote, replacementNeed, shortEmail, shortNote } from './rules'
import type { PanelTarget } from './types'

interface Vacancy {
  roundId: string
  invitationId: string
  /** Who made place. */
  actorId: string
  now: Date
}

const panelPath = (initiativeId: string) =>
  pagePath('/workspace/initiatives/[id]/panel', { id: initiativeId })

/**
 * Asks the best assessor who was not asked yet, or tells that nobody is left. The caller holds the
 * lock on the round, so that two who decline at once get two different people.
 */
export async function replace(tx: Transaction, vacancy: Vacancy): Promise<void> {
  const { roundId, invitationId, actorId, now } = vacancy
  const today = todayInNetherlands(now)
  const standing = await getStanding(roundId, tx)
  const need = replacementNeed(standing, today)
  if (need === 'complete') return
  const round = await tx.assessmentRound.findUniqueOrThrow({
    where: { id: roundId },
    select: { kind: true, deadline: true, initiativeId: true, requestedById: true },
  })
  const target = await getPanelTarget(round.initiativeId, tx)
  if (!target) return
  const left = await organisationOfInvitation(tx, invitationId)
  const next =
    need === 'late'
      ? null
      : nextAssessor(
          await listCandidates(target, today, tx),
          target.termSlugs,
          await listPresent(tx, roundId),
        )
  const about = { target, requestedById: round.requestedById, left, actorId, invitationId }
  if (next === null) {
    await tellShort(tx, { ...about, why: need === 'late' ? 'late' : 'nobody' })
  } else {
    const deadline = toCalendarDate(round.deadline)
    await invite(
      tx,
      target,
      { id: roundId, deadline, kind: round.kind },
      [next.userId],
      invitationId,
    )
    await tellReplaced(tx, { ...about, next: next.organisationName })
  }
  await saveAuditEvent(tx, {
    actorId: null,
    action: next === null ? 'round.short' : 'round.replace',
    objectType: 'assessment_round',
    objectId: roundId,
    detail: { invitationId, why: need },
  })
}

interface About {
  target: PanelTarget
  requestedById: string | null
  left: string
  actorId: string
  invitationId: string
}

async function tellReplaced(
  tx: Transaction,
  { target, requestedById, left, actorId, invitationId, next }: About & { next: string },
): Promise<void> {
  await notifyPeople(
    tx,
    {
      kind: 'panel-replaced',
      key: invitationId,
      title: target.title,
      note: replacedNote(left, next),
      path: panelPath(target.initiativeId),
    },
    { people: requestedById === null ? [] : [requestedById], subjects: [], actorId },
  )
}

/** Tells who asked for the round, and the moderators who may manage it. */
async function tellShort(
  tx: Transaction,
  about: About & { why: 'late' | 'nobody' },
): Promise<void> {
  const { target, requestedById, left, actorId, invitationId, why } = about
  const managers = (await listModerators(tx))
    .filter(({ memberships }) => !actsForOrganisation({ memberships }, target.organisationId))
    .map(({ id }) => id)
  await notifyPeople(
    tx,
    {
      kind: 'panel-short',
      key: invitationId,
      title: target.title,
      note: shortNote(left, why),
      path: panelPath(target.initiativeId),
      mail: shortEmail(target.title, left, why),
    },
    {
      people: [...new Set([...(requestedById === null ? [] : [requestedById]), ...managers])],
      subjects: [],
      actorId,
    },
  )
}
