import { useTranslations } from 'next-intl'
import { Row } from '@/components/base/ui/layout'
import { ExampleMark } from '@/components/base/ui/notice'
import { StatusWord, TextLink } from '@/components/base/ui/text'
import { groupLessons, lessonAnchor } from '@/lib/knowledge/lessons/rules'
import type { Lesson } from '@/lib/knowledge/lessons/types'

const TONE = {
  success_factor: 'good',
  lesson: 'info',
  recommendation: 'good',
  would_do_differently: 'attention',
  scalability_limit: 'attention',
  adopted: 'info',
  stopped: 'attention',
} as const

interface OriginProps {
  lesson: Lesson
  level: 'h2' | 'h3'
}

function Origin({ lesson, level: Heading }: OriginProps) {
  const { initiative, adopter, regions, isExample } = lesson
  const t = useTranslations('lessons')
  const link = () => (
    <TextLink
      href={{
        pathname: '/initiatives/[slug]',
        params: { slug: initiative.slug },
        hash: lessonAnchor(lesson),
      }}
      prefetch={false}
    >
      {initiative.title}
    </TextLink>
  )
  return (
    <div className="mb-4">
      <Heading className="text-base leading-snug">
        {adopter === null
          ? link()
          : t.rich('fromAdopter', { organisation: adopter.organisation, initiative: link })}
      </Heading>
      <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        {regions.map(({ slug, name }) => (
          <TextLink
            key={slug}
            href={{ pathname: '/regions/[slug]', params: { slug } }}
            prefetch={false}
          >
            {name}
          </TextLink>
        ))}
        {isExample ? <ExampleMark>{t('example')}</ExampleMark> : null}
      </p>
    </div>
  )
}

export function LessonList({
  lessons,
  level = 'h2',
}: {
  lessons: readonly Lesson[]
  level?: OriginProps['level']
}) {
  const t = useTranslations('lessons')
  return (
    <ol className="@container">
      {groupLessons(lessons).map(({ key, lessons: group }) => (
        <Row key={key} className="gap-x-12 @4xl:grid @4xl:grid-cols-[17rem_minmax(0,1fr)]">
          <Origin lesson={group[0]} level={level} />
          <ul className="space-y-5">
            {group.map((lesson) => (
              <li key={lesson.key}>
                <StatusWord tone={TONE[lesson.kind]}>
                  {lesson.adopter?.months == null
                    ? t(`kind.${lesson.kind}`)
                    : t('kindAfter', { months: lesson.adopter.months })}
                </StatusWord>
                <p
                  className="mt-1.5 max-w-measure font-serif text-lg leading-snug whitespace-pre-line"
                  lang="nl"
                >
                  {lesson.text}
                </p>
              </li>
            ))}
          </ul>
        </Row>
      ))}
    </ol>
  )
}
