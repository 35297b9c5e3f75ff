import { randomUUID } from 'node:crypto'
import { unpackBounded } from '../lib/base/files/archive'
import { expect, query, test } from './fixtures'
import { readPrinted } from './printed'

interface Stream {
  euro: number
  qualifier?: string
  overlap?: string
  /** Streams with the same number pay for the same measure. */
  measure: number
  isExample?: boolean
}

interface Case {
  slug: string
  streams: readonly Stream[]
  /** The only total that may be shown, or null when the amounts may not be added up. */
  total: number | null
  /** What a careless sum would be. */
  never: number
}

const CASES: readonly Case[] = [
  {
    slug: 'gorinchem',
    streams: [
      { euro: 100_001, measure: 1 },
      { euro: 200_012, measure: 2 },
      { euro: 500_107, measure: 3, isExample: true },
    ],
    total: 300_013,
    never: 800_120,
  },
  {
    slug: 'rivierenland',
    streams: [
      { euro: 110_011, measure: 1, overlap: 'may_overlap' },
      { euro: 220_022, measure: 1, overlap: 'may_overlap' },
    ],
    total: null,
    never: 330_033,
  },
  ...(['circa', 'minstens'] as const).map((qualifier, at) => ({
    slug: ['midden-holland', 'drechtsteden'][at]!,
    streams: [
      { euro: 120_012, measure: 1, qualifier },
      { euro: 230_023, measure: 2 },
    ],
    total: null,
    never: 350_035,
  })),
]

async function write({ slug, streams }: Case): Promise<void> {
  const goals = new Map([false, true].map((isExample) => [isExample, randomUUID()]))
  for (const [isExample, goal] of goals)
    await query(
      `INSERT INTO policy_goal (id, slug, region_id, title, is_example, starts_on, ends_on, updated_at)
       SELECT $1::uuid, $1::uuid::text, id, 'Werk voor iedereen', $2, '2026-01-01', '2027-12-31', now()
       FROM region WHERE slug = $3 AND ends_on IS NULL`,
      [goal, isExample, slug],
    )
  const measures = new Map<number, string>()
  for (const { measure, isExample = false, euro, qualifier = 'exact', overlap } of streams) {
    const id = measures.get(measure) ?? randomUUID()
    if (!measures.has(measure))
      await query(
        `INSERT INTO policy_measure (id, slug, goal_id, title, updated_at) VALUES ($1::uuid, $1::uuid::text, $2, $3, now())`,
        [id, goals.get(isExample), `Maatregel ${String(measure)}`],
      )
    measures.set(measure, id)
    const stored = await query(
      `INSERT INTO funding (id, measure_id, type_id, alignment_id, provider, amount_euro, amount_qualifier, overlap, ends_on, updated_at)
       SELECT gen_random_uuid(), $1::uuid, f.id, a.id, 'Gemeente', $2, $3, $4::funding_overlap, '2027-03-31', now() FROM term f, term a
       WHERE f.vocabulary = 'funding_type' AND f.slug = 'gemeente'
         AND a.vocabulary = 'subsidy_alignment' AND a.slug = 'niet-beoordeeld'
       RETURNING funding.id`,
      [id, euro, qualifier, overlap ?? 'unknown'],
    )
    expect(stored).toHaveLength(1)
  }
}

const shownText = (html: string) =>
  html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]*>/g, ' ')
const partsText = async (file: Buffer) =>
  [...(await unpackBounded(file))]
    .filter(([name]) => name.endsWith('.xml'))
    .map(([, content]) => content.toString('utf8').replace(/<[^>]*>/g, ' '))
    .join(' ')
const READ = {
  page: (file: Buffer) => Promise.resolve(shownText(file.toString('utf8'))),
  plain: (file: Buffer) => Promise.resolve(file.toString('utf8')),
  parts: partsText,
  pdf: async (file: Buffer) => (await readPrinted(file)).pages.map(({ text }) => text).join(' '),
} as const

/** Where money of a region is shown: how it is read, and whether it shows a total of the region. */
const VIEWS: readonly [keyof typeof READ, (slug: string) => string, 'total' | 'rows'][] = [
  ['page', (slug) => `/regios/${slug}/monitor?jaar=2026`, 'total'],
  ['page', (slug) => `/regios/${slug}/monitor/bestuursstuk?jaar=2026`, 'total'],
  ['plain', (slug) => `/api/monitor/${slug}/geld.csv?jaar=2026`, 'rows'],
  ['parts', (slug) => `/api/monitor/${slug}/geld.xlsx?jaar=2026`, 'rows'],
  ['plain', (slug) => `/api/monitor/${slug}/doelen.csv?jaar=2026`, 'rows'],
  ['plain', (slug) => `/api/monitor/${slug}/maatregelen.csv?jaar=2026`, 'rows'],
  ['parts', (slug) => `/api/monitor/${slug}/bestuursstuk.docx?jaar=2026`, 'total'],
  ['parts', (slug) => `/api/monitor/${slug}/bestuursstuk.pptx?jaar=2026`, 'total'],
  ['pdf', (slug) => `/api/monitor/${slug}/bestuursstuk.pdf?jaar=2026`, 'total'],
  ['plain', (slug) => `/api/v1/monitor/regios/${slug}?jaar=2026`, 'total'],
  ['page', () => '/monitor/regios?jaar=2026', 'total'],
  ['plain', () => '/monitor/regios/bestand?jaar=2026&soort=csv', 'total'],
  ['parts', () => '/monitor/regios/bestand?jaar=2026&soort=xlsx', 'total'],
  ['page', (slug) => `/regios/${slug}/vergelijken?jaar=2026`, 'total'],
  ['plain', (slug) => `/regios/${slug}/vergelijken/bestand?jaar=2026&soort=csv`, 'total'],
  ['page', (slug) => `/monitor/financiering?regio=${slug}`, 'total'],
  ['plain', (slug) => `/monitor/financiering/bestand?regio=${slug}&soort=csv`, 'rows'],
]

/** An amount as a person or a program writes it. */
const written = (euro: number) =>
  new RegExp(
    `(?<!\\d)${String(Math.floor(euro / 1000))}[.\\s\\u00a0]?${String(euro % 1000).padStart(3, '0')}(?!\\d)`,
  )

test('a total stands in every view or in none, and nowhere a sum that may not be made @S-652', async ({
  request,
}) => {
  for (const one of CASES) await write(one)
  for (const { slug, total, never } of CASES)
    for (const [kind, addressOf, shows] of VIEWS) {
      const address = addressOf(slug)
      const answer = await request.get(address, { timeout: 90_000 })
      expect(answer.status(), address).toBe(200)
      const text = await READ[kind](await answer.body())
      expect.soft(text, `${slug}: ${address}`).not.toMatch(written(never))
      if (total !== null && shows === 'total')
        expect.soft(text, `${slug}: ${address}`).toMatch(written(total))
    }
})
