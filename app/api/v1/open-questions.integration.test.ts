import { randomUUID } from 'node:crypto'
import { NextRequest } from 'next/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const questions = await import('@/app/api/v1/vragen/route')
const learning = await import('@/app/api/v1/leervragen/route')
const { listRegionCalls } = await import('@/lib/exchange/calls/region.data')
const { saveCall } = await import('@/lib/exchange/calls/mutations')
const { saveQuestion } = await import('@/lib/exchange/learning/mutations')
const { openQuestionsSchema } = await import('@/lib/exchange/learning/schema')
const { openThreadsSchema } = await import('@/lib/exchange/questions/schema')

const context = { params: Promise.resolve({}) }
const ask = (query = '') =>
  questions.GET(new NextRequest(`http://localhost/api/v1/vragen${query}`), context)
const learn = (query = '') =>
  learning.GET(new NextRequest(`http://localhost/api/v1/leervragen${query}`), context)

let person: { id: string; name: string; organisationId: string }
let regionId: string

beforeAll(async () => {
  const row = await db.user.findUniqueOrThrow({
    where: { email: 'redacteur.overijssel@voorbeeld.nl' },
    select: { id: true, name: true, memberships: { select: { organisationId: true } } },
  })
  person = { id: row.id, name: row.name, organisationId: row.memberships[0]!.organisationId }
  regionId = (
    await db.region.findUniqueOrThrow({ where: { slug: 'twente' }, select: { id: true } })
  ).id
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('questions with accepted answers as open data', () => {
  it('come without names of people, and without what is hidden or not accepted', async () => {
    await db.post.deleteMany()
    const { id: initiativeId } = await db.initiative.findUniqueOrThrow({
      where: { slug: 'rangeerterrein' },
      select: { id: true },
    })
    const post = (text: string, questionId: string | null = null) =>
      db.post.create({
        data: {
          initiativeId,
          authorId: person.id,
          organisationId: person.organisationId,
          text,
          questionId,
        },
        select: { id: true },
      })
    const [open, answered, hidden] = [
      await post('Nog open?'),
      await post('Hoe lang duurt het?'),
      await post('Verborgen?'),
    ]
    const accept = async (questionId: string, text: string) => {
      const answer = await post(text, questionId)
      await db.post.update({
        where: { id: questionId },
        data: { acceptedId: answer.id },
        select: { id: true },
      })
      return answer
    }
    await post('Ik weet het ook niet.', open.id)
    await accept(answered.id, 'Drie maanden.')
    const gone = await accept(hidden.id, 'Dit antwoord ging weg.')
    await db.post.update({
      where: { id: gone.id },
      data: { hiddenAt: new Date(), hideReason: 'Onjuist' },
      select: { id: true },
    })
    const body = await (await ask()).text()
    const { items, totaal } = openThreadsSchema.parse(JSON.parse(body))
    expect(totaal).toBe(1)
    expect(items).toMatchObject([
      { initiatief: 'rangeerterrein', vraag: 'Hoe lang duurt het?', antwoord: 'Drie maanden.' },
    ])
    expect(items[0]?.beantwoordDoor).not.toBeNull()
    expect(body).not.toContain(person.name)
    expect(
      openThreadsSchema.parse(await (await ask('?initiatief=rangeerterrein&pagina=2')).json())
        .items,
    ).toEqual([])
    expect(openThreadsSchema.parse(await (await ask('?initiatief=%00')).json()).totaal).toBe(0)
    for (const query of ['?x=1', '?pagina=0', '?pagina=een'])
      expect((await ask(query)).status, query).toBe(400)
  })
})

describe('learning questions as open data', () => {
  it('tell what a region wants to learn, with the call that came of it', async () => {
    const id = randomUUID()
    const { id: helps } = await db.initiative.findUniqueOrThrow({
      where: { slug: 'rangeerterrein' },
      select: { id: true },
    })
    await saveQuestion({
      id,
      regionId,
      version: undefined,
      question: 'Wat helpt mensen blijven?',
      why: '',
      answerBy: '2027-01-01',
      status: 'open',
      learnt: '',
      initiativeIds: [helps],
      actorId: person.id,
    })
    const content = {
      title: 'Wie weet wat mensen helpt blijven?',
      text: 'Wij zoeken dat uit.',
      openUntil: '2027-01-01',
      regionId,
      termIds: [],
    }
    const slug = await saveCall({
      organisationId: person.organisationId,
      learningId: id,
      content,
      initiativeIds: [],
      actorId: person.id,
    })
    const body = await (await learn('?regio=twente&stand=open')).text()
    const { items } = openQuestionsSchema.parse(JSON.parse(body))
    expect(items.find(({ vraag }) => vraag === 'Wat helpt mensen blijven?')).toMatchObject({
      antwoordVoor: '2027-01-01',
      stand: 'open',
      initiatieven: ['rangeerterrein'],
      oproepen: [slug],
      regio: { slug: 'twente' },
    })
    expect(body).not.toContain(person.name)
    await db.call.update({
      where: { slug },
      data: { hiddenAt: new Date(), hiddenReason: 'Dubbel' },
      select: { id: true },
    })
    expect(await (await learn('?regio=twente')).text()).not.toContain(slug)
    expect(openQuestionsSchema.parse(await (await learn('?regio=%00')).json()).totaal).toBe(0)
    for (const query of ['?x=1', '?stand=anders', '?pagina=0'])
      expect((await learn(query)).status, query).toBe(400)
  })
})

describe('the calls of a region', () => {
  it('are those it asked, and those of elsewhere that its initiatives know something about', async () => {
    await db.call.updateMany({
      where: { status: 'open', hiddenAt: null },
      data: { hiddenAt: new Date(), hiddenReason: 'Weg' },
    })
    const term = async (vocabulary: 'target_group' | 'sector', slug?: string) =>
      (
        await db.term.findFirstOrThrow({
          where: { vocabulary, ...(slug !== undefined && { slug }) },
          select: { id: true },
          orderBy: { slug: 'asc' },
        })
      ).id
    const post = (title: string, termIds: string[]) =>
      saveCall({
        organisationId: person.organisationId,
        content: { title, text: 'Wie weet het?', openUntil: '2027-01-01', regionId, termIds },
        initiativeIds: [],
        actorId: person.id,
      })
    const { targetGroups } = await db.initiativeSearch.findFirstOrThrow({
      where: { slug: 'rangeerterrein' },
      select: { targetGroups: true },
    })
    const [known, loose] = [
      await post('Over deze groep', [await term('target_group', targetGroups[0])]),
      await post('Zonder woorden', []),
    ]
    const region = async (slug: string) =>
      listRegionCalls(
        await db.region.findUniqueOrThrow({ where: { slug }, select: { id: true, slug: true } }),
      )
    const [own, brabant] = [await region('twente'), await region('midden-brabant')]
    expect(own.own.map(({ slug }) => slug).toSorted()).toEqual([known, loose].toSorted())
    expect(own.fitting).toEqual([])
    expect(brabant.own).toEqual([])
    expect(brabant.fitting.map(({ call }) => call.slug)).toEqual([known])
    expect(brabant.fitting[0]?.initiatives.map(({ slug }) => slug)).toContain('rangeerterrein')
    await db.call.update({
      where: { slug: known },
      data: { hiddenAt: new Date(), hiddenReason: 'Weg' },
      select: { id: true },
    })
    expect((await region('midden-brabant')).fitting).toEqual([])
  })
})
