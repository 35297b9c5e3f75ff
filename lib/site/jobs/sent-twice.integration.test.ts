import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ContactTarget } from '@/lib/exchange/contacts/types'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
Object.assign(process.env, { DATABASE_URL: database.url, NEXTAUTH_SECRET: 'x'.repeat(40) })
const { db } = await import('@/lib/base/db/db')
const { todayInNetherlands } = await import('@/lib/base/text/calendar')
const { findGroup, getAdoptable } = await import('@/lib/exchange/adoptions/data')
const adoptions = await import('@/lib/exchange/adoptions/mutations')
const { saveAdvice } = await import('@/lib/exchange/advices/mutations')
const assessments = await import('@/lib/judgement/assessments/mutations')
const calls = await import('@/lib/exchange/calls/mutations')
const { importRows } = await import('@/lib/monitor/chains/mutations')
const collections = await import('@/lib/knowledge/collections/mutations')
const contacts = await import('@/lib/exchange/contacts/mutations')
const datasets = await import('@/lib/figures/datasets/mutations')
const indicators = await import('@/lib/figures/indicators/mutations')
const { indicatorSchema, measurementSchema } = await import('@/lib/figures/indicators/schema')
const learning = await import('@/lib/exchange/learning/mutations')
const meetings = await import('@/lib/exchange/meetings/mutations')
const obstacles = await import('@/lib/exchange/obstacles/mutations')
const { listChosenObstacles } = await import('@/lib/exchange/obstacles/data')
const { getOther } = await import('@/lib/exchange/overlap/data')
const overlap = await import('@/lib/exchange/overlap/mutations')
const { getPanelTarget } = await import('@/lib/judgement/panels/data')
const panels = await import('@/lib/judgement/panels/mutations')
const policies = await import('@/lib/monitor/policies/mutations')
const questions = await import('@/lib/exchange/questions/mutations')
const revisions = await import('@/lib/knowledge/revisions/mutations')
const searches = await import('@/lib/knowledge/saved-searches/mutations')
const verdicts = await import('@/lib/monitor/verdicts/mutations')

/** What all rows share: an editor who writes for an organisation, and what the seed has. */
interface World {
  actorId: string
  organisation: { id: string; name: string }
  regionId: string
  initiativeId: string
  moderatorId: string
}
/** One press of one form: the same words with the same key. */
type Press = (submission: string) => Promise<unknown>
interface Row {
  name: string
  /** The table in which a record appears. */
  table: string
  /** Makes what the form is about; gives the press. */
  form: (world: World) => Press | Promise<Press>
}

let world: World
const DAY_MS = 86_400_000
const count = async (table: string) =>
  Number(
    (await db.$queryRawUnsafe<{ count: bigint }[]>(`SELECT count(*) FROM "${table}"`))[0]!.count,
  )

beforeAll(async () => {
  const person = await db.user.findUniqueOrThrow({
    where: { email: 'redacteur.overijssel@voorbeeld.nl' },
    select: {
      id: true,
      memberships: { select: { organisation: { select: { id: true, name: true } } } },
    },
  })
  const id = async (email: string) =>
    (await db.user.findUniqueOrThrow({ where: { email }, select: { id: true } })).id
  const region = await db.region.findUniqueOrThrow({
    where: { slug: 'twente' },
    select: { id: true },
  })
  const initiative = await db.initiative.findUniqueOrThrow({
    where: { slug: 'rangeerterrein' },
    select: { id: true },
  })
  world = {
    actorId: person.id,
    organisation: person.memberships[0]!.organisation,
    regionId: region.id,
    initiativeId: initiative.id,
    moderatorId: await id('moderator@voorbeeld.nl'),
  }
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const words = { title: 'Twee keer gedrukt', text: 'Een tekst.' }
const postCall = ({ actorId, organisation, regionId }: World, submission?: string) =>
  calls.saveCall({
    organisationId: organisation.id,
    initiativeIds: [],
    actorId,
    submission: submission ?? null,
    content: { ...words, regionId, openUntil: '2027-01-31', termIds: [] },
  })
const planMeeting = ({ actorId, organisation, initiativeId }: World, submission?: string) => {
  const startsAt = new Date(Date.now() + 20 * DAY_MS)
  return meetings.saveMeeting({
    organisationId: organisation.id,
    actorId,
    submission: submission ?? null,
    content: {
      ...words,
      startsAt,
      endsAt: new Date(startsAt.getTime() + 3_600_000),
      place: 'Tilburg',
      link: null,
      seats: 5,
      agenda: [initiativeId],
    },
  })
}
const obstacle = ({ actorId, organisation }: World, title: string, submission?: string) =>
  obstacles.saveNewObstacle({
    title,
    description: 'Waarom het knelt',
    law: '',
    authority: 'municipality',
    authorityName: '',
    groups: [],
    regions: [],
    organisationId: organisation.id,
    initiativeId: null,
    actorId,
    submission: submission ?? null,
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
const aMeasure = async () =>
  (await db.policyMeasure.findFirstOrThrow({ select: { id: true }, orderBy: { id: 'asc' } })).id

const ROWS: readonly Row[] = [
  {
    name: 'a collection',
    table: 'collection',
    form:
      ({ actorId, organisation }) =>
      (submission) =>
        collections.saveNewCollection({
          organisationId: organisation.id,
          title: 'Lezen',
          lead: 'Een lijst',
          actorId,
          submission,
        }),
  },
  {
    name: 'an initiative in a collection',
    table: 'collection_item',
    form: async ({ actorId, organisation, initiativeId }) => {
      const id = await collections.saveNewCollection({
        organisationId: organisation.id,
        title: 'Lijst',
        lead: 'Een lijst',
        actorId,
      })
      return (submission) =>
        collections.addEntry({ id, version: 1, initiativeId, why: '', actorId, submission })
    },
  },
  { name: 'a call', table: 'open_call', form: (all) => (submission) => postCall(all, submission) },
  {
    name: 'an answer to a call',
    table: 'call_reply',
    form: async (all) => {
      const { id } = await db.call.findUniqueOrThrow({
        where: { slug: await postCall(all) },
        select: { id: true },
      })
      return (submission) =>
        calls.saveReply({
          callId: id,
          organisation: all.organisation,
          initiativeId: null,
          text: 'Wij wel.',
          actorId: all.actorId,
          submission,
        })
    },
  },
  {
    name: 'an obstacle',
    table: 'obstacle',
    form: (all) => (submission) => obstacle(all, 'Een regel knelt', submission),
  },
  {
    name: 'a step of an obstacle',
    table: 'obstacle_step',
    form: async (all) => {
      const { id } = await db.obstacle.findUniqueOrThrow({
        where: { slug: await obstacle(all, 'Een andere regel knelt') },
        select: { id: true },
      })
      return (submission) =>
        obstacles.saveStep({
          id,
          version: 1,
          step: { to: 'raised', on: '2026-11-01', note: 'Gemeld' },
          actorId: all.actorId,
          submission,
        })
    },
  },
  {
    name: 'an advice',
    table: 'advice',
    form: async (all) => {
      const chosen = await listChosenObstacles([await obstacle(all, 'Voor het advies')])
      return (submission) =>
        saveAdvice({
          title: 'Advies',
          addressee: '',
          opening: '',
          asked: '',
          signer: { name: 'SER', organisationId: null },
          on: '2026-11-30',
          obstacles: chosen,
          actorId: all.moderatorId,
          submission,
        })
    },
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
        adoptions.saveCheckin({
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
    name: 'an indicator of the figures',
    table: 'indicator',
    form:
      ({ actorId }) =>
      (submission) =>
        datasets.createIndicator({
          labelNl: 'Fietsers',
          labelEn: 'Cyclists',
          definitionNl: 'Wie fietst',
          definitionEn: 'Who cycles',
          unit: 'personen',
          decimals: 0,
          additive: true,
          unpaidWork: false,
          actorId,
          submission,
        }),
  },
  {
    name: 'a file with which a source is made',
    table: 'stat_sample',
    form:
      ({ actorId }) =>
      (submission) =>
        datasets.saveSample({
          kind: 'file',
          content: new Uint8Array([65]),
          label: 'proef.csv',
          datasetId: null,
          actorId,
          submission,
        }),
  },
  {
    name: 'a question of a learning agenda',
    table: 'learning_question',
    form: ({ actorId, regionId }) => {
      const id = randomUUID()
      return () =>
        learning.saveQuestion({
          id,
          regionId,
          version: undefined,
          question: 'Wat werkt?',
          why: '',
          answerBy: null,
          status: 'open',
          learnt: '',
          initiativeIds: [],
          actorId,
        })
    },
  },
  {
    name: 'a meeting',
    table: 'meeting',
    form: (all) => (submission) => planMeeting(all, submission),
  },
  {
    name: 'something to read for a meeting',
    table: 'meeting_material',
    form: async (all) => {
      const { id } = await db.meeting.findUniqueOrThrow({
        where: { slug: await planMeeting(all) },
        select: { id: true },
      })
      return (submission) =>
        meetings.saveMaterial({
          id,
          title: 'Stuk',
          from: { url: 'https://voorbeeld.nl/' },
          actorId: all.actorId,
          submission,
        })
    },
  },
  {
    name: 'what came of a meeting',
    table: 'meeting_credit',
    form: async (all) => {
      const { id } = await db.meeting.findUniqueOrThrow({
        where: { slug: await planMeeting(all) },
        select: { id: true },
      })
      return (submission) =>
        meetings.saveCredit({
          id,
          adoptionId: null,
          text: 'Een contact',
          actorId: all.actorId,
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
    name: 'a goal',
    table: 'policy_goal',
    form: ({ actorId, regionId }) => {
      const goal = {
        goalId: randomUUID(),
        parentId: null,
        goalRegionId: regionId,
        goalTitle: 'Doel',
        goalDescription: '',
        goalSourceTitle: null,
        goalSourceRef: null,
        goalSourceUrl: null,
        goalStartsOn: null,
        goalEndsOn: null,
      }
      return () => policies.saveGoal({ goal, organisationId: null, actorId })
    },
  },
  {
    name: 'money out of a sheet',
    table: 'funding',
    form:
      ({ actorId, regionId }) =>
      (submission) =>
        importRows({
          regionId,
          organisationId: null,
          dry: false,
          actorId,
          submission,
          rows: [
            {
              row: 2,
              goal: 'Uit het blad',
              parent: '',
              description: '',
              measure: 'Leerbanen',
              instrument: '',
              responsible: '',
              provider: 'Gemeente',
              fundingType: '',
              amount: '1000',
              startsOn: '',
              endsOn: '',
            },
          ],
        }),
  },
  {
    name: 'an indicator of an initiative',
    table: 'initiative_indicator',
    form: ({ actorId, initiativeId }) => {
      const indicator = indicatorSchema.parse({
        initiativeId,
        indicatorId: randomUUID(),
        indicatorLabel: 'Aan het werk',
        unit: 'personen',
        resultType: 'outcome',
      })
      return () => indicators.saveIndicator({ indicator, actorId })
    },
  },
  {
    name: 'a measurement',
    table: 'measurement',
    form: async ({ actorId, initiativeId }) => {
      const indicatorId = randomUUID()
      await indicators.saveIndicator({
        indicator: indicatorSchema.parse({
          initiativeId,
          indicatorId,
          indicatorLabel: 'Aan het werk',
          unit: 'personen',
          resultType: 'outcome',
        }),
        actorId,
      })
      const measurement = measurementSchema('2026-11-24').parse({
        initiativeId,
        measurementId: randomUUID(),
        measuredIndicatorId: indicatorId,
        measuredOn: '2026-10-01',
        numerator: '12',
        n: '20',
        measurementSource: 'Eigen telling',
      })
      return () => indicators.saveMeasurement({ measurement, actorId })
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
    name: 'a saved search',
    table: 'saved_search',
    form:
      ({ actorId }) =>
      () =>
        searches.saveSearch({ actorId, name: 'Zorg', parameters: 'q=zorg' }).then(() => null),
  },
  {
    name: 'an expectation of a measure',
    table: 'policy_expectation',
    form: async ({ actorId }) => {
      const measureId = await aMeasure()
      return (submission) =>
        verdicts.saveExpectation({
          measureId,
          year: 2031,
          version: 0,
          expectationText: 'Twintig mensen',
          actorId,
          submission,
        })
    },
  },
  {
    name: 'a draft of a verdict',
    table: 'policy_verdict',
    form: async ({ actorId }) => {
      const measureId = await aMeasure()
      return (submission) =>
        verdicts.saveVerdict({
          measureId,
          year: 2031,
          version: 0,
          observed: 'Gezien',
          otherCauses: '',
          confidence: null,
          decision: null,
          reason: '',
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
        assessments.saveReply({
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
]

describe('a form that is sent twice at the same moment, and once more', () => {
  it.each(ROWS)('makes one: $name', async ({ table, form }) => {
    const press = await form(world)
    const [before, audits] = [await count(table), await db.auditEvent.count()]
    const key = randomUUID()
    const [first, second] = await Promise.all([press(key), press(key)])
    const third = await press(key)
    expect(await count(table)).toBe(before + 1)
    expect(second).toEqual(first)
    expect(third).toEqual(first)
    expect(await db.auditEvent.count()).toBe(audits + 1)
  })
})
