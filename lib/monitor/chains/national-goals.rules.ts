/** Source: docs/domain.md, 7. In English only for as long as a region keeps the text. */
import type { RegionChain } from './types'

/** The aims of the yearly evaluation until 2031. */
export const NATIONAL_GOALS = [
  {
    title: 'Sterkere samenwerking in de regio',
    description:
      'Gemeenten, UWV, onderwijs en sociale partners werken in het Regionaal Beraad aan dezelfde agenda.',
  },
  {
    title: 'Betere en beter bereikbare dienstverlening',
    description:
      'Werkzoekenden, werkenden en werkgevers vinden hulp bij een loket, het Werkcentrum.',
  },
  {
    title: 'Een aanpak die beter past bij de opgaven van de regio',
    description:
      'De regio pakt haar eigen opgaven op de arbeidsmarkt gericht aan en kijkt elk jaar wat werkt.',
  },
] as const
export const NATIONAL_SOURCE =
  'Landelijke doelen van de hervorming van de arbeidsmarktinfrastructuur'

/** By their Dutch title. What a region wrote itself is not translated. */
const NATIONAL_ENGLISH: ReadonlyMap<string, { title: string; description: string }> = new Map([
  [
    NATIONAL_GOALS[0].title,
    {
      title: 'Stronger cooperation in the region',
      description:
        'Municipalities, UWV, education and social partners work on one agenda in the regional board.',
    },
  ],
  [
    NATIONAL_GOALS[1].title,
    {
      title: 'Better services that are easier to reach',
      description: 'Jobseekers, workers and employers find help at one editor, the work centre.',
    },
  ],
  [
    NATIONAL_GOALS[2].title,
    {
      title: 'An approach that fits the tasks of the region better',
      description:
        'The region takes up its own tasks on the labour market and looks each year at what works.',
    },
  ],
])
const NATIONAL_SOURCE_ENGLISH = 'National goals of the reform of the labour-market infrastructure'

/** The chain in the language of the reader, as far as the text is ours. */
export function inLanguage(chain: RegionChain, locale: string): RegionChain {
  if (locale !== 'en') return chain
  return {
    ...chain,
    goals: chain.goals.map((goal) => {
      const dutch = NATIONAL_GOALS.find(({ title }) => title === goal.title)
      const english = NATIONAL_ENGLISH.get(goal.title)
      if (dutch === undefined || english === undefined) return goal
      return {
        ...goal,
        title: english.title,
        ...(goal.description === dutch.description && { description: english.description }),
        ...(goal.source.title === NATIONAL_SOURCE && {
          source: { ...goal.source, title: NATIONAL_SOURCE_ENGLISH },
        }),
      }
    }),
  }
}
