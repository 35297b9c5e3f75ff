import { useTranslations } from 'next-intl'
import { Row } from '@/components/ui/layout'
import { ExampleMark } from '@/components/ui/notice'
import { StatusWord, TextLink } from '@/components/ui/text'
import type { Lesson } from '@/lib/lessons/types'

const TONE = { success_factor: 'good', lesson: 'info', recommendation: 'good', would_do_differently: 'attention', scalability_limit: 'attention', adopted: 'info', stopped: 'attention' } as const

/** Where a lesson comes from: the initiative, or who took it over and how long they did it. */
function Origin({ lesson: { initiative, adopter, regions } }: { lesson: Lesson }) {
  const t = useTranslations('lessons')
  const link = () => <TextLink href={{ pathname: '/initiatives/[slug]', params: { slug: initiative.slug }, hash: adopter === null ? 'geleerd' : 'overnames' }} prefetch={false}>{initiative.title}</TextLink>
  return (
    <p className="mt-3 text-sm text-muted">
      {adopter === null ? link() : t.rich(adopter.months === null ? 'fromStopped' : 'fromAdopter', { organisation: adopter.organisation, months: adopter.months ?? 0, initiative: link })}
      {regions.map(({ slug, name }) => (
        <span key={slug}>{' · '}<TextLink href={{ pathname: '/regions/[slug]', params: { slug } }} prefetch={false}>{name}</TextLink></span>
      ))}
    </p>
  )
}

/** Lessons as rows: what kind it is, the words of who learnt it, and where it comes from. */
export function LessonList({ lessons }: { lessons: readonly Lesson[] }) {
  const t = useTranslations('lessons')
  return (
    <ol>
      {lessons.map((lesson) => (
        <Row key={lesson.key}>
          <p className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            <StatusWord tone={TONE[lesson.kind]}>{t(`kind.${lesson.kind}`)}</StatusWord>
            {lesson.isExample ? <ExampleMark>{t('example')}</ExampleMark> : null}
          </p>
          <p className="max-w-measure font-serif text-lg leading-snug whitespace-pre-line" lang="nl">{lesson.text}</p>
          <Origin lesson={lesson} />
        </Row>
      ))}
    </ol>
  )
}
