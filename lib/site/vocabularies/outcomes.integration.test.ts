import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { getTerm } = await import('./data')
const { mergeTerm } = await import('./merge.mutations')
const { createTerm } = await import('./mutations')

const blank = { definitionNl: '', definitionEn: '', altLabels: [], parentId: null }
const word = () => `Uitkomst ${randomUUID().slice(0, 8)}`
let actorId: string

beforeAll(async () => {
  actorId = (
    await db.user.create({
      data: { email: 'uitkomsten@voorbeeld.nl', name: 'Beheerder' },
      select: { id: true },
    })
  ).id
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('an outcome', () => {
  const people = { unit: 'people', horizon: null, lowerIsBetter: false } as const
  async function outcome(measure: Parameters<typeof createTerm>[1]['measure']) {
    const labelNl = word()
    const made = await createTerm(
      { actorId },
      { vocabulary: 'outcome', ...blank, labelNl, labelEn: `${labelNl} en`, measure },
    )
    if (!('slug' in made)) throw new Error(JSON.stringify(made))
    return (await getTerm('outcome', made.slug))!
  }

  it('keeps how it is measured, and gives its indicators to the same outcome alone', async () => {
    const [from, into, other] = await Promise.all([
      outcome(people),
      outcome(people),
      outcome({ ...people, horizon: 'twelve_months' }),
    ])
    expect(other.measure).toEqual({ ...people, horizon: 'twelve_months' })
    const indicator = await db.initiativeIndicator.findFirstOrThrow({
      where: { resultType: { slug: 'outcome' } },
      select: { id: true },
      orderBy: { id: 'asc' },
    })
    await db.initiativeIndicator.update({
      where: { id: indicator.id },
      data: { outcomeId: from.id },
      select: { id: true },
    })
    expect((await getTerm('outcome', from.slug))?.use.indicators).toBe(1)
    const merge = { id: from.id, vocabulary: 'outcome' as const }
    expect(await mergeTerm(actorId, { ...merge, intoId: other.id })).toBe(false)
    expect(await mergeTerm(actorId, { ...merge, intoId: into.id })).toBe(true)
    expect((await getTerm('outcome', into.slug))?.use.indicators).toBe(1)
    // A form that was open still names the old one.
    const { outcomeId } = await db.initiativeIndicator.update({
      where: { id: indicator.id },
      data: { outcomeId: from.id },
      select: { outcomeId: true },
    })
    expect(outcomeId).toBe(into.id)
  })
})
