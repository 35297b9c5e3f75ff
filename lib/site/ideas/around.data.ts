import 'server-only'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { NO_WORDS } from '@/lib/base/words/rules'
import { listCalls } from '@/lib/exchange/calls/data'
import { isExpired } from '@/lib/exchange/calls/rules'
import { listOpenQuestions } from '@/lib/exchange/learning/data'
import { listObstacles, listObstaclesOf } from '@/lib/exchange/obstacles/data'
import { titleTerms } from '@/lib/exchange/overlap/rules'
import { listQuestions } from '@/lib/exchange/questions/data'
import { listLessons } from '@/lib/knowledge/lessons/data'
import { countFacets } from '@/lib/knowledge/search/data'
import { emptySelection } from '@/lib/knowledge/search/rules'
import { inTurns, MAX_PER_BLOCK, reasonFor } from './rules'
import type { FoundTerm, IdeaAnswer, IdeaLookalike, IdeaQuestion, Unknown } from './types'

type Alike = readonly IdeaLookalike[]
type Found = readonly FoundTerm[]

/** More terms than this make a list of everything. */
const MAX_GROUPS = 3
/** Lessons read, to take some of each lookalike. */
const MAX_READ = 60
/** Of this many lookalikes the own lists are read. */
const ASKED = 5

const groupsOf = (found: Found) =>
  found.filter(({ facet }) => facet === 'targetGroup').slice(0, MAX_GROUPS)
const regionOf = (found: Found) => found.find(({ facet }) => facet === 'region')

/** Lessons of the lookalikes first, then of others with the same target group. */
export async function listIdeaLessons(alike: Alike, found: Found): Promise<IdeaAnswer['lessons']> {
  const all = { kind: null, group: null, instrument: null, region: null, page: 1 }
  const [own, ...byGroup] = await Promise.all([
    alike.length === 0
      ? []
      : listLessons(
          { ...all, initiativeIds: alike.map(({ initiativeId }) => initiativeId) },
          MAX_READ,
        ),
    ...groupsOf(found).map(async ({ slug, labelNl, labelEn }) =>
      (await listLessons({ ...all, group: slug }, MAX_PER_BLOCK)).map((lesson) => ({
        lesson,
        reason: { kind: 'term' as const, labelNl, labelEn },
      })),
    ),
  ])
  return inTurns(
    [
      ...own.map((lesson) => ({
        lesson,
        reason: { kind: 'alike' as const, title: lesson.initiative.title },
      })),
      ...byGroup.flat(),
    ],
    ({ lesson }) => lesson.key,
    ({ lesson }) => lesson.initiative.slug,
  )
}

/** Obstacles that the lookalikes name, then those of the target groups and the region. */
export async function listIdeaObstacles(
  alike: Alike,
  found: Found,
): Promise<IdeaAnswer['obstacles']> {
  const none = { group: null, region: null, authority: null, status: null, query: '' }
  const region = regionOf(found)
  const lists = await Promise.all([
    ...alike.slice(0, ASKED).map(async ({ initiativeId, title }) =>
      (await listObstaclesOf(initiativeId)).map((one) => ({
        one,
        reason: { kind: 'alike' as const, title },
      })),
    ),
    ...groupsOf(found).map(async ({ slug, labelNl, labelEn }) =>
      (await listObstacles({ ...none, group: slug }, 1)).obstacles.map((one) => ({
        one,
        reason: { kind: 'term' as const, labelNl, labelEn },
      })),
    ),
    ...(region
      ? [
          listObstacles({ ...none, region: region.slug }, 1).then(({ obstacles }) =>
            obstacles.map((one) => ({
              one,
              reason: { kind: 'region' as const, name: region.labelNl },
            })),
          ),
        ]
      : []),
  ])
  return inTurns(
    lists.flatMap((list, source) => list.map((one) => ({ ...one, source: String(source) }))),
    ({ one }) => one.slug,
    ({ source }) => source,
  ).map(({ one, reason }) => ({
    slug: one.slug,
    title: one.title,
    status: one.status,
    reason,
  }))
}

/** Calls that may still be answered and have a term, words or the region in common. */
export async function listIdeaCalls(text: string, found: Found): Promise<IdeaAnswer['calls']> {
  const [calls, words] = [await listCalls({ statuses: ['open'] }), titleTerms(text)]
  const today = todayInNetherlands(new Date())
  return calls
    .filter((call) => !isExpired(call, today))
    .flatMap(({ slug, title, organisation, openUntil, terms, region }) => {
      const reason = reasonFor(
        found,
        { terms: terms.map((term) => term.slug), region: region.slug, title },
        words,
      )
      return reason ? [{ call: { slug, title, organisation, openUntil }, reason }] : []
    })
    .slice(0, MAX_PER_BLOCK)
}

async function listLearning(text: string, alike: Alike, found: Found): Promise<IdeaQuestion[]> {
  const asked = { region: undefined, status: 'open' as const, page: 1 }
  const [{ questions }, words] = [await listOpenQuestions(asked), titleTerms(text)]
  return questions.flatMap(({ id, question, region, initiatives }) => {
    const about = alike.find(({ slug }) => initiatives.includes(slug))
    const reason = about
      ? { kind: 'alike' as const, title: about.title }
      : reasonFor(found, { terms: [], region: region.slug, title: question }, words)
    return reason ? [{ key: id, text: question, from: { region }, answered: false, reason }] : []
  })
}

/** Questions that regions want answered and questions asked under the lookalikes. */
export async function listIdeaQuestions(
  text: string,
  alike: Alike,
  found: Found,
): Promise<IdeaQuestion[]> {
  const [learning, ...threads] = await Promise.all([
    listLearning(text, alike, found),
    ...alike.slice(0, ASKED).map(async ({ initiativeId, slug, title }) =>
      (await listQuestions(initiativeId)).map((thread) => ({
        key: thread.id,
        text: thread.text,
        from: { initiative: { slug, title } },
        answered: thread.acceptedId !== null,
        reason: { kind: 'alike' as const, title },
      })),
    ),
  ])
  return inTurns(
    [...learning, ...threads.flat()],
    ({ key }) => key,
    ({ from }) => ('region' in from ? from.region.slug : from.initiative.slug),
  )
}

const count = (selection: { targetGroup: string[]; region?: string[] }) =>
  countFacets(NO_WORDS, { ...emptySelection(), ...selection })

async function unknownOf(group: FoundTerm, region: FoundTerm | undefined): Promise<Unknown[]> {
  const { slug, labelNl, labelEn } = group
  const [all, here] = await Promise.all([
    count({ targetGroup: [slug] }),
    region ? count({ targetGroup: [slug], region: [region.slug] }) : null,
  ])
  if (all.total === 0) return [{ kind: 'noneFor', labelNl, labelEn }]
  return [
    ...(all.measured === 0
      ? [{ kind: 'unmeasured' as const, labelNl, labelEn, total: all.total }]
      : []),
    ...(region && here?.total === 0
      ? [{ kind: 'noneIn' as const, labelNl, labelEn, region: region.labelNl }]
      : []),
  ]
}

/** What the platform cannot say about an idea: a gap is news too. */
export async function listUnknown(alike: Alike, found: Found): Promise<Unknown[]> {
  const groups = groupsOf(found)
  const notCompared = alike.filter(({ evidence }) => evidence.direction === 'notCompared').length
  const known = await Promise.all(groups.map((group) => unknownOf(group, regionOf(found))))
  return [
    ...(groups.length === 0 ? [{ kind: 'noGroup' as const }] : []),
    ...known.flat(),
    ...(notCompared > 0
      ? [{ kind: 'notCompared' as const, count: notCompared, total: alike.length }]
      : []),
  ]
}
