import 'server-only'
import { firstValue } from '@/lib/base/http/parameters'
import { knownValue } from '@/lib/knowledge/search/facets.rules'
import { cached } from '@/lib/base/cache/cached'
import { loadFacetValues } from '@/lib/knowledge/search/loaders'
import type { RawParameters } from '@/lib/knowledge/search/rules'
import { countLessons, listLessons } from './data'
import { LESSONS_FILE, LESSONS_PAGE, readLessonChoice, totalLessons } from './rules'
import type { LessonChoice } from './types'

const readLessons = cached('lessons', listLessons)
const readCounts = cached('lessons-counts', countLessons)
const EVERYTHING: LessonChoice = {
  kind: null,
  group: null,
  instrument: null,
  region: null,
  page: 1,
}

const filterOf = ({ group, instrument, region }: LessonChoice) => ({ group, instrument, region })

async function readChoice(raw: RawParameters) {
  const values = await loadFacetValues()
  const slugs = (list: readonly { slug: string }[]) => list.map(({ slug }) => slug)
  const known = knownValue(values)
  const current = {
    doelgroep: known('targetGroup', firstValue(raw.doelgroep)) ?? '',
    instrument: known('instrument', firstValue(raw.instrument)) ?? '',
  }
  return {
    values,
    choice: readLessonChoice(
      { ...raw, ...current },
      {
        groups: slugs(values.targetGroup),
        instruments: slugs(values.instrument),
        regions: slugs(values.region),
      },
    ),
  }
}

export async function loadLessons(raw: RawParameters) {
  const { values, choice } = await readChoice(raw)
  const counts = await readCounts(filterOf(choice))
  const total = totalLessons(counts, choice.kind)
  const pages = Math.max(1, Math.ceil(total / LESSONS_PAGE))
  const page = Math.min(choice.page, pages)
  return {
    values,
    choice: { ...choice, page },
    counts,
    total,
    pages,
    lessons: total === 0 ? [] : await readLessons({ ...choice, page }, LESSONS_PAGE),
  }
}
export type Lessons = Awaited<ReturnType<typeof loadLessons>>

export async function loadLessonRows(raw: RawParameters) {
  return listLessons({ ...(await readChoice(raw)).choice, page: 1 }, LESSONS_FILE)
}

export async function loadLatestLessons(
  theme: Partial<Pick<LessonChoice, 'kind' | 'group' | 'instrument'>> = {},
) {
  const choice = { ...EVERYTHING, ...theme }
  const [lessons, counts] = await Promise.all([
    readLessons(choice, LESSONS_PAGE),
    readCounts(filterOf(choice)),
  ])
  return { lessons, total: totalLessons(counts, choice.kind) }
}
