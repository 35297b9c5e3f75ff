import 'server-only'
import { pagePath } from '@/i18n/translated-path'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import type { Transaction } from '@/lib/base/db/db'
import { once, type Sender } from '@/lib/base/http/submission'
import { AppError, isUniqueViolation } from '@/lib/base/runtime/errors'
import { addDays, todayInNetherlands } from '@/lib/base/text/calendar'
import { DEFAULT_DAYS } from '@/lib/judgement/panels/rules'
import { openRound } from '@/lib/judgement/panels/mutations'
import { listPlatformIds, listWriterIds } from '@/lib/people/accounts/recipients.data'
import { forgetTold, notifyPeople } from '@/lib/people/follows/mutations'
import { getContest, listDeciderIds } from './data'
import { decidedEmail, madeEmail, openedEmail, type Subject } from './rules'
import type { ContestCase, ContestTarget } from './types'

const publicPath = (slug: string) => `${pagePath('/initiatives/[slug]', { slug })}#betwist`
const workPath = (id: string) => pagePath('/workspace/contests/[id]', { id })

export interface NewContest extends Sender {
  target: ContestTarget
  subject: Subject
  organisationId: string | null
  fromOwner: boolean
  reason: string
  source: string
}

async function tellMade(tx: Transaction, contest: ContestCase, actorId: string): Promise<void> {
  const { id, title, slug, reason } = contest
  const deciders = await listDeciderIds(contest, tx)
  const made = madeEmail(title, reason)
  await notifyPeople(
    tx,
    {
      kind: 'contest-made',
      key: id,
      title,
      path: workPath(id),
      mail: { ...made, key: `contest-made:${id}` },
    },
    {
      // Without a moderator of another region somebody has to find one.
      people: deciders.length > 0 ? deciders : await listPlatformIds(tx, 'administrator'),
      subjects: [],
      actorId,
    },
  )
  const opened = openedEmail(title, reason)
  await notifyPeople(
    tx,
    {
      kind: 'contest-opened',
      key: id,
      title,
      path: publicPath(slug),
      mail: { ...opened, key: `contest-opened:${id}` },
    },
    { people: await listWriterIds(tx, contest.ownerOrganisationId), subjects: [], actorId },
  )
}

const hasOpenRound = async (tx: Transaction, initiativeId: string) =>
  (await tx.assessmentRound.count({ where: { initiativeId, status: 'open' } })) > 0

/**
 * Saves a contest and tells who may decide, and the owner. Throws WRONG_STATE when this person
 * contested the same before, or for a score while a round is open.
 */
export async function saveContest(input: NewContest): Promise<string> {
  const { target, subject, actorId, submission, ...said } = input
  const { initiativeId, revisionId, judged } = target
  try {
    return await once({ actorId, submission }, async (tx) => {
      const isScore = subject.about === 'score'
      if (isScore && (await hasOpenRound(tx, initiativeId))) throw new AppError('WRONG_STATE')
      const { id } = await tx.contest.create({
        data: {
          initiativeId,
          revisionId,
          about: subject.about,
          criterionId: subject.criterion?.id ?? null,
          roundId: isScore ? (judged?.roundId ?? null) : null,
          contesterId: actorId,
          ...said,
        },
        select: { id: true },
      })
      const contest = await getContest(id, tx)
      if (contest) await tellMade(tx, contest, actorId)
      await saveAuditEvent(tx, {
        actorId,
        action: 'contest.open',
        objectType: 'contest',
        objectId: id,
        detail: { initiativeId, about: subject.about },
      })
      return id
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError('WRONG_STATE')
    throw error
  }
}

/** Asks the last panel to look again, unless it is looking already or nobody judged in it. */
async function askSecondLook(
  tx: Transaction,
  { initiativeId, slug, title }: ContestCase,
  actorId: string,
): Promise<void> {
  const last = await tx.assessmentRound.findFirst({
    where: { initiativeId },
    select: {
      status: true,
      _count: { select: { assessments: { where: { status: 'submitted' } } } },
      initiative: { select: { publishedRevisionId: true } },
    },
    orderBy: { number: 'desc' },
  })
  const revisionId = last?.initiative.publishedRevisionId
  if (!last || !revisionId || last.status === 'open' || last._count.assessments === 0) return
  await openRound(tx, {
    target: { initiativeId, revisionId, slug, title },
    kind: 'second_look',
    deadline: addDays(todayInNetherlands(new Date()), DEFAULT_DAYS),
    assessorIds: [],
    actorId,
  })
}

async function tellDecided(
  tx: Transaction,
  contest: ContestCase,
  { state, decision, actorId }: Pick<Decision, 'state' | 'decision' | 'actorId'>,
): Promise<void> {
  const { id, title, slug, about, contesterId, ownerOrganisationId } = contest
  const mail = decidedEmail({ title, about, state, decision })
  await notifyPeople(
    tx,
    {
      kind: 'contest-decided',
      key: id,
      title: mail.subject,
      path: publicPath(slug),
      mail: { ...mail, key: `contest-decided:${id}` },
    },
    {
      people: [
        ...(await listWriterIds(tx, ownerOrganisationId)),
        ...(contesterId === null ? [] : [contesterId]),
      ],
      subjects: [],
      actorId,
    },
  )
}

export interface Decision extends Sender {
  contest: ContestCase
  state: 'upheld' | 'rejected'
  decision: string
  deciderOrganisationId: string | null
}

/**
 * Decides an open contest for good and tells both sides. Upheld, a score gets a second look of its
 * panel. Throws WRONG_STATE when it was decided or withdrawn, or for a score while a round is open.
 */
export async function saveDecision(input: Decision): Promise<void> {
  const { contest, state, decision, deciderOrganisationId, actorId, submission } = input
  const { id, about, initiativeId } = contest
  try {
    await once({ actorId, submission }, async (tx) => {
      if (about === 'score' && (await hasOpenRound(tx, initiativeId)))
        throw new AppError('WRONG_STATE')
      const { count } = await tx.contest.updateMany({
        where: { id, state: 'open' },
        data: {
          state,
          decision,
          deciderId: actorId,
          deciderOrganisationId,
          endedAt: new Date(),
        },
      })
      if (count === 0) throw new AppError('WRONG_STATE')
      await forgetTold(tx, 'contest-made', id)
      if (state === 'upheld' && about === 'score') await askSecondLook(tx, contest, actorId)
      await tellDecided(tx, contest, input)
      await saveAuditEvent(tx, {
        actorId,
        action: 'contest.decide',
        objectType: 'contest',
        objectId: id,
        detail: { initiativeId, state },
      })
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError('WRONG_STATE')
    throw error
  }
}

/** Withdraws an open contest; it stays visible as withdrawn. Throws WRONG_STATE when it ended. */
export async function saveWithdrawal({
  contest: { id, initiativeId },
  actorId,
  submission,
}: Sender & { contest: Pick<ContestCase, 'id' | 'initiativeId'> }): Promise<void> {
  await once({ actorId, submission }, async (tx) => {
    const { count } = await tx.contest.updateMany({
      where: { id, state: 'open', contesterId: actorId },
      data: { state: 'withdrawn', endedAt: new Date() },
    })
    if (count === 0) throw new AppError('WRONG_STATE')
    await forgetTold(tx, 'contest-made', id)
    await forgetTold(tx, 'contest-opened', id)
    await saveAuditEvent(tx, {
      actorId,
      action: 'contest.withdraw',
      objectType: 'contest',
      objectId: id,
      detail: { initiativeId },
    })
  })
}
