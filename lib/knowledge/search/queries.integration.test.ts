import { afterAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/lib/base/testing/database'

const database = await createTestDatabase({ seeded: true })
process.env.DATABASE_URL = database.url
const { db } = await import('@/lib/base/db/db')
const { findInitiatives } = await import('./data')
const { emptySelection } = await import('./rules')
const { understand } = await import('@/lib/base/words/data')

const HOME = 'ontdek-wat-jij-in-huis-hebt'
const CARE = 'voorschakeltraject-zorg'
const SWITCH = 'switch-naar-techniek'
const START = 'snellere-start-sterkere-toekomst'
const NEURO = 'werknemersnetwerk-neurodiversiteit'
const YARD = 'rangeerterrein'

/** What people must find, first or at all. Written before the search was tuned. */
const QUERIES: readonly [query: string, find: readonly string[], not?: readonly string[]][] = [
  // Plain words, other forms of a word, other writing.
  ['techniek', [SWITCH]],
  ['Techniek', [SWITCH]],
  ['statushouder', [SWITCH, START]],
  ['statushouders techniek', [SWITCH], [NEURO]],
  ['asielzoekers', [START], [NEURO, YARD]],
  ['vrouwen', [HOME]],
  ['vrouw', [HOME]],
  ['neurodiversiteit', [NEURO], [CARE]],
  ['neurodivergent', [NEURO]],
  ['zij-instromers', [CARE, YARD]],
  ['zijinstromers', [CARE, YARD]],
  ['zij instromers', [CARE, YARD]],
  ['zorg', [CARE]],
  ['opleidingen', [SWITCH]],
  ['werkgevers', [SWITCH]],
  // Compounds, by their first part, their last part and their middle.
  ['voorschakeltraject', [CARE]],
  ['schakeltraject', [CARE]],
  ['voorschakel', [CARE]],
  ['werknemersnetwerk', [NEURO]],
  ['rangeer', [YARD]],
  ['terrein', [YARD]],
  ['talentontwikkel', [HOME]],
  ['ontwikkelprogramma', [HOME]],
  ['diversiteit', [NEURO]],
  // Other words for the same, from the vocabularies.
  ['bijstand', [SWITCH, CARE]],
  ['uitkering', [SWITCH, CARE]],
  ['vluchtelingen', [SWITCH, START]],
  ['vergunninghouders', [SWITCH]],
  ['azc', [START]],
  ['nuggers', [SWITCH]],
  ['niet-uitkeringsgerechtigden', [SWITCH]],
  ['nieuwkomers', [SWITCH, START]],
  ['inburgeraars', [SWITCH, START]],
  ['overstappers', [CARE, YARD]],
  ['monteur', [SWITCH]],
  ['handicap', [NEURO]],
  ['klimaatdoelen', [SWITCH]],
  ['gezondheidszorg', [CARE]],
  // Places and owners.
  ['Zwolle', [SWITCH]],
  ['Twente', [HOME]],
  ['Assen', [START]],
  ['Drenthe', [CARE]],
  ['Brabant', [NEURO, YARD], [HOME]],
  ['ASML', [NEURO], [YARD]],
  ['Overijssel', [HOME, SWITCH]],
  // Slips of the keyboard.
  ['statushoders', [SWITCH, START]],
  ['asielzoekrs', [START]],
  ['tehcniek', [SWITCH]],
  ['neurodiversitijt', [NEURO]],
  ['vorschakeltraject', [CARE]],
  ['rangeertrein', [YARD]],
  ['vluchtelignen', [SWITCH, START]],
  // Accents and capitals.
  ['ENERGIETRANSITIE', [SWITCH]],
  ['énergietransitie', [SWITCH]],
  // Phrases, either and without.
  ['"switch naar techniek"', [SWITCH], [CARE, START]],
  ['"naar switch techniek"', [], [SWITCH]],
  ['neurodiversiteit of azc', [NEURO, START], [CARE]],
  ['statushouders -techniek', [START], [SWITCH]],
  ['zij-instromers -drenthe', [YARD], [CARE]],
  ['qqxxzz', [], [HOME, CARE, SWITCH, START, NEURO, YARD]],
]

const FIRST: readonly [query: string, first: string][] = [
  ['techniek', SWITCH],
  ['zorg', CARE],
  ['rangeerterrein', YARD],
  ['neurodiversiteit', NEURO],
  ['asielzoekers', START],
  ['vrouwen', HOME],
  ['voorschakel', CARE],
]

const search = async (text: string) => {
  const words = await understand(text)
  return (await findInitiatives({ words, selection: emptySelection(), page: 1, pageSize: 50 })).map(
    ({ slug }) => slug,
  )
}

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

describe('sixty queries of people in regions', () => {
  it('has sixty of them', () => expect(QUERIES).toHaveLength(60))

  it.each(QUERIES)('%s', async (query, find, not = []) => {
    const found = await search(query)
    expect(found).toEqual(expect.arrayContaining([...find]))
    expect(found.filter((slug) => not.includes(slug))).toEqual([])
  })

  it.each(FIRST)('puts first for %s: %s', async (query, first) => {
    expect((await search(query))[0]).toBe(first)
  })
})
