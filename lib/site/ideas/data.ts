import 'server-only'
import { memoizeContentFor } from '@/lib/base/cache/memoize'
import { getKnowledge } from '@/lib/knowledge/documents/data'
import { listFacetValues } from '@/lib/knowledge/search/facets.data'
import { listAlike } from './alike.data'
import {
  listIdeaCalls,
  listIdeaLessons,
  listIdeaObstacles,
  listIdeaQuestions,
  listUnknown,
} from './around.data'
import { profileOf, readIdea } from './rules'
import type { IdeaAnswer, IdeaLookalike, ReadIdea } from './types'

/** At most a minute old where changes cannot be heard. */
const readKnowledge = memoizeContentFor(60_000, getKnowledge)

interface Read extends ReadIdea {
  alike: IdeaLookalike[]
}

/** An idea as the platform reads it, with the initiatives that look like it. Stores nothing. */
export async function readWithAlike(text: string): Promise<Read> {
  const [knowledge, values] = await Promise.all([readKnowledge(), listFacetValues()])
  const read = readIdea(text, knowledge, values)
  const profile = profileOf(read.found, knowledge.terms)
  return { ...read, alike: await listAlike({ ...read, profile }, values) }
}

/** All that the platform has around an idea, each with why it is shown. Stores nothing. */
export async function answerIdea(text: string): Promise<IdeaAnswer> {
  const { found, alike } = await readWithAlike(text)
  const [lessons, obstacles, calls, questions, unknown] = await Promise.all([
    listIdeaLessons(alike, found),
    listIdeaObstacles(alike, found),
    listIdeaCalls(text, found),
    listIdeaQuestions(text, alike, found),
    listUnknown(alike, found),
  ])
  return { text, found, alike, lessons, obstacles, calls, questions, unknown }
}
