/**
 * A stop is a lesson like any other.
 * Source: docs/domain.md, section 9, question 10; docs/model.md, "Exchange".
 */
import { firstValue, pageNumber } from '@/lib/base/http/parameters'
import type { RawParameters } from '@/lib/knowledge/search/rules'
import {
  LESSON_KINDS,
  type Lesson,
  type LessonChoice,
  type LessonCounts,
  type LessonKind,
} from './types'

export const LESSONS_PAGE = 20
export const LESSONS_FILE = 20_000

/** Names of the kinds in addresses and the open data. */
export const LESSON_PARAMETERS: Readonly<Record<LessonKind, string>> = {
  success_factor: 'wat-hielp',
  lesson: 'les',
  recommendation: 'aanrader',
  would_do_differently: 'anders-doen',
  scalability_limit: 'lastig-over-te-nemen',
  adopted: 'na-overname',
  stopped: 'gestopt',
}

/** The choice in an address; unknown values select everything. */
export function readLessonChoice(
  raw: RawParameters,
  known: { groups: readonly string[]; instruments: readonly string[]; regions: readonly string[] },
): LessonChoice {
  const among = (list: readonly string[], value: string) => (list.includes(value) ? value : null)
  return {
    kind: LESSON_KINDS.find((kind) => LESSON_PARAMETERS[kind] === firstValue(raw.les)) ?? null,
    group: among(known.groups, firstValue(raw.doelgroep)),
    instrument: among(known.instruments, firstValue(raw.instrument)),
    region: among(known.regions, firstValue(raw.regio)),
    page: pageNumber(raw.pagina, 10_000),
  }
}

/** The parameters of a choice, in a fixed order. */
export function lessonParameters({
  kind,
  group,
  instrument,
  region,
  page,
}: LessonChoice): URLSearchParams {
  const parameters = new URLSearchParams()
  for (const [name, value] of [
    ['les', kind && LESSON_PARAMETERS[kind]],
    ['doelgroep', group],
    ['instrument', instrument],
    ['regio', region],
  ] as const)
    if (value !== null) parameters.set(name, value)
  if (page > 1) parameters.set('pagina', String(page))
  return parameters
}

/** How many lessons of this kind, or of all kinds. */
export function totalLessons(counts: LessonCounts, kind: LessonKind | null): number {
  return kind === null ? LESSON_KINDS.reduce((sum, one) => sum + counts[one], 0) : counts[kind]
}

/** The section of the initiative's page that holds the lesson. */
export function lessonAnchor({ adopter }: Pick<Lesson, 'adopter'>): 'geleerd' | 'overnames' {
  return adopter === null ? 'geleerd' : 'overnames'
}

export interface LessonGroup {
  key: string
  lessons: readonly [Lesson, ...Lesson[]]
}

const originOf = ({ initiative, adopter }: Lesson) =>
  JSON.stringify([initiative.slug, adopter?.organisation ?? null])

/** Consecutive lessons from the same initiative or adopter. */
export function groupLessons(lessons: readonly Lesson[]): LessonGroup[] {
  const groups: { key: string; lessons: [Lesson, ...Lesson[]] }[] = []
  for (const lesson of lessons) {
    const last = groups.at(-1)
    if (last && originOf(last.lessons[0]) === originOf(lesson)) last.lessons.push(lesson)
    else groups.push({ key: lesson.key, lessons: [lesson] })
  }
  return groups
}
