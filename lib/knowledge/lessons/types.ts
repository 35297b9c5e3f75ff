/** What a lesson is about, in the order of reading. The last two come from those who took an initiative over, or stopped. */
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

/** What somebody learnt, as anyone may read it. */
export interface Lesson {
  key: string
  kind: LessonKind
  text: string
  initiative: { slug: string; title: string }
  /** Regions of the initiative, or of who took it over. */
  regions: { slug: string; name: string }[]
  /** Who took it over, where the lesson is theirs, and how many months after they began; null months for why they stopped. */
  adopter: { organisation: string; months: number | null } | null
  /** Made up to show how it works. */
  isExample: boolean
}

/** What an address asks for; null leaves everything in. */
export interface LessonChoice {
  kind: LessonKind | null
  group: string | null
  instrument: string | null
  region: string | null
  page: number
}

export type LessonCounts = Readonly<Record<LessonKind, number>>
