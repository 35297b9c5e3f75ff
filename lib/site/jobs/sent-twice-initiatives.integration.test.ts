import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import type { ContactTarget } from '@/lib/exchange/contacts/types'
import { createTestDatabase } from '@/lib/base/testing/database'
import { pressThrice, type SentTwice, type World } from '@/lib/base/testing/sent-twice'

const database = await createTestDatabase({ seeded: true })
Object.assign(process.env, { DATABASE_URL: database.url, NEXTAUTH_SECRET: 'x'.repeat(40) })
const { db } = await import('@/lib/base/db/db')
const { todayInNetherlands } = await import('@/lib/base/text/calendar')
const { findGroup, getAdoptable } = await import('@/lib/exchange/adoptions/work.data')
const adoptions = await import('@/lib/exchange/adoptions/mutations')
const checkinsMutations = await import('@/lib/exchange/adoptions/checkins.mutations')
const assessmentReplies = await import('@/lib/judgement/assessments/replies.mutations')
const measurementReplies = await import('@/lib/judgement/measurements/replies.mutations')
const contests = await import('@/lib/judgement/contests/mutations')
const contestsData = await import('@/lib/judgement/contests/data')
const contacts = await import('@/lib/exchange/contacts/mutations')
const { getOther } = await import('@/lib/exchange/overlap/data')
const overlap = await import('@/lib/exchange/overlap/mutations')
const { getPanelTarget } = await import('@/lib/judgement/panels/data')
const panels = await import('@/lib/judgement/panels/mutations')
const questions = await import('@/lib/exchange/questions/mutations')
const initiativeImports = await import('@/lib/knowledge/initiative-imports/mutations')
const revisions = await import('@/lib/knowledge/revisions/mutations')
const handovers = await import('@/lib/knowledge/handovers/mutations')
const searches = await import('@/lib/knowledge/saved-searches/mutations')

const DAY_MS = 86_400_000

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})
const consider = async ({ actorId, organisation, initiativeId }: World, submission?: string) =>
  adoptions.saveConsideration({
    initiative: (await getAdoptable(initiativeId))!,
    organisation,
    group: (await findGroup('statushouders'))!,
    goal: 'Meer mensen',
    question: 'Wat kost het?',
    actorId,
    submission: submission ?? null,
  })

const FORMS: readonly SentTwice[] = [
  {
    name: 'a file with initiatives',
    table: 'initiative_import',
    form:
      ({ actorId, organisation }) =>
      (submission) =>
        initiativeImports.saveFile({
          actorId,
          submission,
          organisationId: organisation.id,
          fileName: 'lijst.csv',
          content: Buffer.from('Titel\nEen\n'),
          headers: ['Titel'],
        }),
  },
  {
    name: 'an adoption',
    table: 'adoption',
    form: (all) => (submission) => consider(all, submission),
  },
  {
    name: 'a check-in of an adoption',
    table: 'adoption_checkin',
    form: async (all) => {
      await db.adoption.deleteMany()
      const id = await consider(all)
      await adoptions.saveSheet({
        id,
        version: 1,
        sheet: {
          kept: 'Alles',
          changed: '',
          dropped: '',
          reason: 'Past hier',
          legalChecks: '',
          cost: '',
        },
        actorId: all.actorId,
      })
      await adoptions.saveStep({ id, version: 2, step: { to: 'preparing' }, actorId: all.actorId })
      await adoptions.saveStep({
        id,
        version: 3,
        step: { to: 'running', startsOn: todayInNetherlands(new Date(Date.now() - 200 * DAY_MS)) },
        actorId: all.actorId,
      })
      return (submission) =>
        checkinsMutations.saveCheckin({
          id,
          month: 6,
          result: 'Het loopt',
          lesson: 'Begin klein',
          actorId: all.actorId,
          submission,
          now: new Date(),
        })
    },
  },
  {
    name: 'a message to a contact person',
    table: 'contact_request',
    form: ({ actorId, initiativeId }) => {
      const target = {
        about: {
          kind: 'initiative',
          id: initiativeId,
          slug: 'rangeerterrein',
          title: 'Rangeerterrein',
        },
        name: 'Eva',
        address: 'eva@elders.example',
      } as ContactTarget
      return (submission) =>
        contacts.saveContact({
          target,
          sender: { id: actorId, name: 'Ada', address: 'ada@voorbeeld.nl', organisation: null },
          message: 'Mag ik bellen?',
          submission,
        })
    },
  },
  {
    name: 'a choice about a lookalike',
    table: 'overlap_choice',
    form: async ({ actorId, organisation, initiativeId }) => {
      const { initiativeId: own, revisionId } = await revisions.saveNewInitiative({
        title: 'Lijkt erop',
        organisationId: organisation.id,
        actorId,
      })
      const other = (await getOther(initiativeId))!
      return (submission) =>
        overlap.saveOverlapChoice({
          source: {
            revisionId,
            initiativeId: own,
            organisationId: organisation.id,
            organisationName: organisation.name,
            title: 'Lijkt erop',
          },
          other,
          answer: 'join',
          words: 'Samen verder',
          actorId,
          submission,
        })
    },
  },
  {
    name: 'a round of judgement',
    table: 'assessment_round',
    form: async ({ moderatorId }) => {
      const target = (await getPanelTarget('werknemersnetwerk-neurodiversiteit'))!
      return (submission) =>
        panels.saveRound({
          target,
          kind: 'fresh',
          deadline: todayInNetherlands(new Date(Date.now() + 30 * DAY_MS)),
          assessorIds: [],
          actorId: moderatorId,
          submission,
        })
    },
  },
  {
    name: 'a question under an initiative',
    table: 'post',
    form:
      ({ actorId, initiativeId }) =>
      () =>
        questions.saveQuestion(
          {
            id: initiativeId,
            slug: 'rangeerterrein',
            title: 'Rangeerterrein',
            ownerOrganisationId: randomUUID(),
          },
          { text: 'Hoe begon u?', organisation: null, actor: { id: actorId, name: 'Ada' } },
        ),
  },
  {
    name: 'an initiative with its draft',
    table: 'initiative',
    form:
      ({ actorId, organisation }) =>
      (submission) =>
        revisions.saveNewInitiative({
          title: 'Nieuw',
          organisationId: organisation.id,
          actorId,
          submission,
        }),
  },
  {
    name: 'an offer of an initiative to another organisation',
    table: 'initiative_handover',
    form: async ({ actorId, initiativeId }) => {
      const { id: toId } = await db.organisation.create({
        data: { slug: 'neemt-over', name: 'Neemt over', kind: 'foundation' },
        select: { id: true },
      })
      return (submission) =>
        handovers.offerInitiative({
          ...{ initiativeId, toId, message: 'Wij stoppen.', actorId },
          submission,
        })
    },
  },
  {
    name: 'a saved search',
    table: 'saved_search',
    form:
      ({ actorId }) =>
      () =>
        searches.saveSearch({ actorId, name: 'Zorg', parameters: 'q=zorg' }).then(() => null),
  },
  {
    name: 'a contest',
    table: 'contest',
    form: async ({ actorId, organisation, initiativeId }) => {
      const target = (await contestsData.getContestTarget(initiativeId))!
      return (submission) =>
        contests.saveContest({
          target,
          subject: { about: 'evidence', criterion: null },
          organisationId: organisation.id,
          fromOwner: false,
          reason: 'Dit klopt niet',
          source: '',
          actorId,
          submission,
        })
    },
  },
  {
    name: 'an answer of the owner to a score',
    table: 'assessment_reply',
    form: async () => {
      const { id, initiative } = await db.assessment.findFirstOrThrow({
        where: { kind: 'panel', status: 'submitted', initiative: { slug: 'rangeerterrein' } },
        select: { id: true, initiative: { select: { organisationId: true } } },
      })
      const owner = await db.user.findUniqueOrThrow({
        where: { email: 'redacteur.brabant@voorbeeld.nl' },
        select: { id: true },
      })
      return (submission) =>
        assessmentReplies.saveReply({
          assessmentId: id,
          criterion: 'opschaalbaar',
          organisationId: initiative.organisationId,
          text: 'Dank',
          version: 0,
          actorId: owner.id,
          submission,
        })
    },
  },
  {
    name: 'a reply to a measurement',
    table: 'measurement_reply',
    form: async ({ actorId }) => {
      const { id, indicator } = await db.measurement.findFirstOrThrow({
        select: { id: true, indicator: { select: { initiative: true } } },
        orderBy: { id: 'asc' },
      })
      return (submission) =>
        measurementReplies.saveMeasurementReply({
          measurementId: id,
          initiativeId: indicator.initiative.id,
          organisationId: indicator.initiative.organisationId,
          text: 'Dank',
          version: 0,
          actorId,
          submission,
        })
    },
  },
]

describe('a form that is sent twice at the same moment, and once more', () => {
  it.each(FORMS)('makes one: $name', async (form) => {
    const { answers, records, audits } = await pressThrice(db, form)
    expect(records).toBe(1)
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
    expect(audits).toBe(1)
  })
})
