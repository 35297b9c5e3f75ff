import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { getEvidence } = await import('@/lib/knowledge/evidence/data')
const { getSourceFile, listInitiativeIndicators } = await import('./data')
const { saveIndicator, saveMeasurement } = await import('./mutations')
const { indicatorSchema, measurementSchema } = await import('./schema')

let initiativeId: string
let actorId: string
let indicatorId: string
let otherIndicatorId: string

const base = {
  sourceTitle: 'Telling',
  measuredOn: new Date('2026-10-01T00:00:00Z'),
  numerator: 12,
  n: 20,
}
const insert = (change: Record<string, unknown>) =>
  db.measurement.create({
    data: { ...base, indicatorId, ...change } as never,
    select: { id: true },
  })
const content = new Uint8Array(Buffer.from('%PDF-1.7 telling'))

async function save(
  change: Record<string, string> = {},
  file: { kind: 'pdf'; content: Uint8Array<ArrayBuffer> } | null = null,
): Promise<string> {
  const measurementId = randomUUID()
  const input = {
    initiativeId,
    measurementId,
    measuredIndicatorId: indicatorId,
    measuredOn: '2026-10-01',
    numerator: '12',
    n: '20',
    measurementSource: 'Telling',
    ...change,
  }
  await saveMeasurement({
    measurement: measurementSchema('2026-11-24').parse(input),
    file,
    actorId,
  })
  return measurementId
}

beforeAll(async () => {
  initiativeId = (
    await db.initiative.findUniqueOrThrow({
      where: { slug: 'voorschakeltraject-zorg' },
      select: { id: true },
    })
  ).id
  actorId = (
    await db.user.findUniqueOrThrow({
      where: { email: 'redacteur.noord@voorbeeld.nl' },
      select: { id: true },
    })
  ).id
  const add = async () => {
    const id = randomUUID()
    const indicator = indicatorSchema.parse({
      initiativeId,
      indicatorId: id,
      indicatorLabel: 'Aan het werk',
      unit: 'personen',
      resultType: 'outcome',
    })
    await saveIndicator({ indicator, actorId })
    return id
  }
  indicatorId = await add()
  otherIndicatorId = await add()
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('the database refuses', () => {
  it.each<[string, Record<string, unknown>, RegExp]>([
    ['a part above the whole', { numerator: 21 }, /measurement_part/],
    [
      'a comparison part above its whole',
      { comparisonNumerator: 6, comparisonN: 5 },
      /measurement_comparison_part/,
    ],
    [
      'a comparison part without its whole',
      { comparisonNumerator: 6 },
      /measurement_comparison_whole/,
    ],
    ['people below none', { n: -1, numerator: null, value: 1 }, /measurement_counts/],
    [
      'a period that ends before it begins',
      { periodStart: new Date('2026-02-02'), periodEnd: new Date('2026-02-01') },
      /measurement_period/,
    ],
    [
      'a period that only begins',
      { periodStart: new Date('2026-02-02') },
      /measurement_period_complete/,
    ],
    ['a comparison with nobody', { design: 'comparison' }, /measurement_comparison_named/],
    ['nothing measured', { numerator: null, n: 20 }, /measurement_something/],
  ])('%s', async (_words, change, message) => {
    await expect(insert(change)).rejects.toThrow(message)
  })

  it('a correction without a reason, or of another indicator', async () => {
    const { id } = await insert({})
    await expect(insert({ supersedesId: id })).rejects.toThrow(/measurement_correction_reason/)
    await expect(insert({ supersedesId: id, correctionReason: '  ' })).rejects.toThrow(
      /measurement_correction_reason/,
    )
    await expect(
      insert({ indicatorId: otherIndicatorId, supersedesId: id, correctionReason: 'Telfout' }),
    ).rejects.toThrow(/belongs to the indicator/)
    await expect(insert({ supersedesId: id, correctionReason: 'Telfout' })).resolves.toBeDefined()
  })

  it('to rewrite or remove a measurement', async () => {
    const { id } = await insert({})
    for (const data of [
      { numerator: 5 },
      { population: 'Anderen' },
      { horizon: 'longer' as const },
      { correctionReason: 'Toch niet' },
    ]) {
      await expect(db.measurement.update({ where: { id }, data })).rejects.toThrow(/keeps its rows/)
    }
    await expect(db.measurement.delete({ where: { id } })).rejects.toThrow(/keeps its rows/)
  })

  it('a file that is not what its row says', async () => {
    const { id } = await insert({})
    const row = {
      measurementId: id,
      name: 'meting-1.pdf',
      mediaType: 'application/pdf',
      sizeBytes: 3,
      sha256: createHash('sha256')
        .update(new Uint8Array([1, 2, 3]))
        .digest('hex'),
      content: new Uint8Array([1, 2, 3]),
    }
    const store = (change: Partial<typeof row>) =>
      db.measurementFile.create({ data: { ...row, ...change } })
    await expect(store({ sha256: '0'.repeat(64) })).rejects.toThrow(/measurement_file_hash/)
    await expect(store({ mediaType: 'text/html' })).rejects.toThrow(/measurement_file_type/)
    await expect(store({ sizeBytes: 4 })).rejects.toThrow(/measurement_file_size/)
    await expect(store({ name: '../../etc/passwd' })).rejects.toThrow(/measurement_file_name/)
  })
})

describe('a source file', () => {
  it('is stored with its measurement, under a name of ours, and stays as it is', async () => {
    const id = await save({}, { kind: 'pdf', content })
    const file = await getSourceFile(id)
    expect(file).toMatchObject({ mediaType: 'application/pdf', isPublished: true })
    expect(file?.name).toMatch(/^meting-[0-9a-f]{12}\.pdf$/)
    expect(Buffer.from(file?.content ?? []).toString()).toBe('%PDF-1.7 telling')
    await expect(
      db.measurementFile.update({ where: { measurementId: id }, data: { name: 'meting-2.pdf' } }),
    ).rejects.toThrow(/keeps its rows/)
    await expect(db.measurementFile.delete({ where: { measurementId: id } })).rejects.toThrow(
      /keeps its rows/,
    )
  })

  it('goes along with a correction that brings none', async () => {
    const first = await save({}, { kind: 'pdf', content })
    const second = await save({
      numerator: '11',
      supersedesId: first,
      correctionReason: 'Een deelnemer dubbel geteld',
    })
    expect((await getSourceFile(second))?.name).toBe((await getSourceFile(first))?.name)
    const row = (await listInitiativeIndicators(initiativeId)).find(({ id }) => id === indicatorId)
    expect(row?.measurements.find(({ id }) => id === second)).toMatchObject({
      correctionReason: 'Een deelnemer dubbel geteld',
      supersedesId: first,
    })
  })

  it('is nothing for an unknown measurement or one without a file', async () => {
    expect(await getSourceFile(await save())).toBeNull()
    expect(await getSourceFile(randomUUID())).toBeNull()
    expect(await getSourceFile('geen-nummer')).toBeNull()
  })
})

describe('the evidence level', () => {
  it('rises only with a counted comparison of ten people or more', async () => {
    const comparison = { design: 'comparison', comparisonDescription: 'Wachtlijst' }
    await save({ ...comparison, comparisonN: '20' })
    await save({ ...comparison, comparisonN: '9', comparisonNumerator: '4' })
    expect((await getEvidence(initiativeId))?.rank).toBe(3)
    await save({ ...comparison, comparisonN: '10', comparisonNumerator: '4' })
    expect(await getEvidence(initiativeId)).toMatchObject({ rank: 4, decidedBy: 'compared' })
  })
})
