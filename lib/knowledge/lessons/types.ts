/** In reading order. The last two come from adopters or from a stop. */
export const LESSON_KINDS = [
  'success_factor',
  'lesson',
  'recommendation',
  'would_do_differently',
  'scalability_limit',
  'adopted',
  'stopped',
] as const
export type LessonKind = (typeof LESSON_KINDS)[number]

export interface Lesson {
  key: string
  kind: LessonKind
  text: string
  initiative: { slug: string; title: string }
  regions: { slug: string; name: string }[]
  /** The adopter and the months since they started; null months for the reason they stopped. */
  adopter: { organisation: string; months: number | null } | null
  isExample: boolean
}

export interface LessonChoice {
  kind: LessonKind | null
  group: string | null
  instrument: string | null
  region: string | null
  page: number
}

export type LessonCounts = Readonly<Record<LessonKind, number>>
