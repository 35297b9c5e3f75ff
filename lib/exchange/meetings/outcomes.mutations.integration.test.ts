import { NextRequest } from 'next/server'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'
import { arrangeMeetings, clearMeetings } from '@/lib/base/testing/meeting'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { findAgenda, getMaterialFile, getMeeting, getMeetingBySlug, listCreditable, listHeld } =
  await import('./data')
const { GET } = await import('@/app/api/bijeenkomsten/stukken/[id]/route')
const { saveMeeting } = await import('./mutations')
const { deletePart, saveCredit, saveMaterial, saveMeetingOutcome } =
  await import('./outcomes.mutations')

const meetings = await arrangeMeetings(db, { findAgenda, getMeetingBySlug, saveMeeting })
const { actorId, organisationId, plan, hold } = meetings

beforeEach(() => clearMeetings(db))
afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('what came of it', () => {
  it('credits adoptions of what was on the agenda once, and contacts in words', async () => {
    const { id } = await plan()
    const group = await db.term.findFirstOrThrow({
      where: { vocabulary: 'target_group' },
      select: { id: true },
    })
    const adopt = async (slug: string) => {
      const { id: initiativeId } = await db.initiative.findUniqueOrThrow({
        where: { slug },
        select: { id: true },
      })
      return (
        await db.adoption.create({
          data: { initiativeId, organisationId, goal: 'Doel', targetGroupId: group.id },
          select: { id: true },
        })
      ).id
    }
    const [fitting, strange] = [
      await adopt('rangeerterrein'),
      await adopt('voorschakeltraject-zorg'),
    ]
    await hold(id)
    expect((await listCreditable(id)).map((one) => one.id)).toEqual([fitting])
    const credit = (adoptionId: string | null, text = '') =>
      saveCredit({ id, actorId, adoptionId, text })
    await Promise.all([credit(fitting), credit(fitting)])
    await expect(credit(strange)).rejects.toMatchObject({ code: 'INVALID' })
    await credit(null, 'Twente en Tilburg bellen elke maand.')
    expect(
      await saveMeetingOutcome({
        id,
        version: 1,
        actorId,
        outcome: 'Twaalf regio’s kwamen kijken.',
      }),
    ).toBeNull()
    expect(await saveMeetingOutcome({ id, version: 1, actorId, outcome: 'Te laat.' })).toBe(
      'conflict',
    )
    const meeting = await getMeeting(id)
    expect(meeting?.credits).toMatchObject([
      { adoption: { initiative: { slug: 'rangeerterrein' } } },
      { adoption: null, text: 'Twente en Tilburg bellen elke maand.' },
    ])
    expect((await listHeld(new Date()))[0]?.outcome).toBe('Twaalf regio’s kwamen kijken.')
  })

  it('takes away materials of its own and none of another meeting', async () => {
    const [one, two] = [await plan(), await plan()]
    await saveMaterial({
      id: one.id,
      actorId,
      title: 'Dia’s',
      from: { url: 'https://voorbeeld.nl/dias.pdf' },
    })
    const [material] = (await getMeeting(one.id))!.materials
    await expect(
      deletePart('material', { id: two.id, partId: material!.id, actorId }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await deletePart('material', { id: one.id, partId: material!.id, actorId })
    expect((await getMeeting(one.id))?.materials).toEqual([])

    await saveMaterial({
      id: one.id,
      actorId,
      title: 'Verslag',
      from: { file: { kind: 'pdf', content: new Uint8Array(Buffer.from('%PDF-1.7 verslag')) } },
    })
    const [report] = (await getMeeting(one.id))!.materials
    expect(report).toMatchObject({ title: 'Verslag', url: null, file: { sizeBytes: 16 } })
    const file = await getMaterialFile(report!.id)
    expect(file).toMatchObject({ mediaType: 'application/pdf' })
    expect(file?.name).toMatch(/^bijeenkomst-[0-9a-f]{12}\.pdf$/)
    const response = await GET(new NextRequest('http://localhost/'), {
      params: Promise.resolve({ id: report!.id }),
    })
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="${file?.name ?? ''}"`,
    )
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(await response.text()).toBe('%PDF-1.7 verslag')
    for (const id of ['geen-nummer', one.id])
      expect(
        (await GET(new NextRequest('http://localhost/'), { params: Promise.resolve({ id }) }))
          .status,
      ).toBe(404)
    await expect(
      db.meetingMaterial.create({ data: { meetingId: one.id, title: 'Nergens' } }),
    ).rejects.toThrow(/address or a file/)
    await expect(
      db.meetingFile.update({ where: { materialId: report!.id }, data: { name: 'anders.pdf' } }),
    ).rejects.toThrow()
    await deletePart('material', { id: one.id, partId: report!.id, actorId })
    expect(await getMaterialFile(report!.id)).toBeNull()
  })
})
