import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { getFrozenFile, getPaper, getPaperRequest, listFrozenPapers } = await import('./data')
const { freezePaper, saveDecision, saveRequest } = await import('./mutations')
const { MAX_PAPERS, paperDigest } = await import('./rules')

const YEAR = 2026
const bytes = (text: string) => new TextEncoder().encode(text)
let [regionId, actorId] = ['', '']
let organisation = { id: '', name: '' }

const freeze = (year = YEAR, text = 'inhoud') =>
  freezePaper(
    {
      regionId,
      year,
      organisation,
      request: 'Stem in.',
      isProposal: false,
      hasExamples: true,
      dataOn: '2026-11-24',
      files: (['pdf', 'docx', 'pptx'] as const).map((kind) => ({
        kind,
        content: bytes(`${text} ${kind}`),
      })),
    },
    { actorId },
  )

beforeAll(async () => {
  const slug = 'midden-brabant'
  regionId = (await db.region.findUniqueOrThrow({ where: { slug }, select: { id: true } })).id
  organisation = await db.organisation.findUniqueOrThrow({
    where: { slug: 'secretariaat-ser-brabant' },
    select: { id: true, name: true },
  })
  const email = 'redacteur.brabant@voorbeeld.nl'
  actorId = (await db.user.findUniqueOrThrow({ where: { email }, select: { id: true } })).id
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('what is asked of the board', () => {
  it('is saved once when two write at the same time, and shows in the paper', async () => {
    const save = (version: number, request: string) =>
      saveRequest({ regionId, year: YEAR, version, request, actorId })
    const before = await getPaper(regionId, YEAR, '2026-11-24', 'nl')
    const answers = await Promise.all([save(0, 'Van de een'), save(0, 'Van de ander')])
    expect(answers.toSorted()).toEqual(['conflict', null])
    expect(await save(1, 'Stem in.')).toBeNull()
    expect(await getPaperRequest(regionId, YEAR)).toEqual({ text: 'Stem in.', version: 2 })
    const after = await getPaper(regionId, YEAR, '2026-11-24', 'nl')
    expect([before?.request, after?.request]).toEqual([null, 'Stem in.'])
    expect(paperDigest(after!)).not.toBe(paperDigest(before!))
    // The seeded goals of this region are examples: none of them counts.
    expect(after?.examples.length).toBeGreaterThan(0)
    expect(after?.goals.every(({ id }) => !after.examples.some((one) => one.id === id))).toBe(true)
    expect(await save(2, '')).toBeNull()
    expect((await getPaper(regionId, YEAR, '2026-11-24', 'nl'))?.request).toBeNull()
  })
})

describe('a settled paper', () => {
  it('is kept as its bytes, with a digest, and does not change by any route', async () => {
    expect(await freeze()).toBeNull()
    const [paper] = await listFrozenPapers(regionId, YEAR)
    expect(paper).toMatchObject({
      organisationName: organisation.name,
      request: 'Stem in.',
      dataOn: '2026-11-24',
      decision: null,
    })
    const file = await getFrozenFile(paper!.id, 'docx')
    expect(Buffer.from(file!.content).toString()).toBe('inhoud docx')
    expect(file!.sha256).toBe(createHash('sha256').update('inhoud docx').digest('hex'))
    for (const statement of [
      `UPDATE board_paper SET request = 'Anders'`,
      `UPDATE board_paper_file SET content = '\\x00'`,
      `DELETE FROM board_paper_file`,
      `DELETE FROM board_paper`,
    ])
      await expect(db.$executeRawUnsafe(statement)).rejects.toThrow(
        /does not change|keeps its rows/,
      )
    await expect(
      db.$executeRawUnsafe(
        `INSERT INTO board_paper_file (paper_id, kind, sha256, size_bytes, content)
         SELECT id, 'pdf', repeat('0', 64), 1, '\\x00' FROM board_paper`,
      ),
    ).rejects.toThrow(/board_paper_file_(digest|pkey)/)
  })

  it('gets the decision of the board once', async () => {
    const paperId = (await listFrozenPapers(regionId, YEAR))[0]!.id
    const decide = (decision: string) =>
      saveDecision({ paperId, decision, decidedOn: '2026-12-01' }, actorId)
    expect(await decide('Akkoord.')).toBeNull()
    expect(await decide('Toch niet.')).toBe('conflict')
    expect((await listFrozenPapers(regionId, YEAR))[0]).toMatchObject({
      decision: 'Akkoord.',
      decidedOn: '2026-12-01',
    })
    await expect(
      db.$executeRawUnsafe(`UPDATE board_paper SET decision = NULL, decided_on = NULL`),
    ).rejects.toThrow('does not change')
  })

  it('is one of at most twelve for a region and year, also when two press at once', async () => {
    for (let made = 1; made < MAX_PAPERS - 1; made++) expect(await freeze()).toBeNull()
    const answers = await Promise.all([freeze(), freeze()])
    expect(answers.toSorted()).toEqual(['full', null])
    expect(await freeze(YEAR + 1)).toBeNull()
  })

  it('is refused when a file is too large', async () => {
    expect(await freeze(YEAR + 2, 'x'.repeat(8 * 1_024 * 1_024))).toBe('tooLarge')
    expect(await listFrozenPapers(regionId, YEAR + 2)).toEqual([])
  })

  it('outlives the account of who settled it', async () => {
    await db.$executeRaw`SELECT forget_account(${actorId}::uuid)`
    expect(await listFrozenPapers(regionId, YEAR)).toHaveLength(MAX_PAPERS)
  })
})
